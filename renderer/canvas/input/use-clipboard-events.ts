import { useEffect } from 'react';
import { announceCopy, copyText, paste } from '../actions/clipboard.ts';
import { removeSelected } from '../actions/remove.ts';

/** Takes part in the browser's own clipboard while the canvas has the focus, so that no permission is asked for. */
export function useClipboardEvents(frame: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const text = mine(event, frame.current) ? copyText() : '';
      if (text === '') return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      announceCopy();
      if (event.type === 'cut') removeSelected();
    };
    const insert = (event: ClipboardEvent) => {
      if (!mine(event, frame.current)) return;
      event.preventDefault();
      paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', insert);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', insert);
    };
  }, [frame]);
}

/** Whether a clipboard event is meant for the canvas: it has the focus, or nothing has; never while text is typed. */
function mine({ target }: ClipboardEvent, frame: HTMLElement | null): boolean {
  if (!frame || frame.offsetParent === null || !(target instanceof Element)) return false;
  if (target.closest('input, textarea, [contenteditable=true], .monaco-editor, [aria-modal=true]'))
    return false;
  return target === document.body || target.closest('[data-keys=canvas]') !== null;
}
