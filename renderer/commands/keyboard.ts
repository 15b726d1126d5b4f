import { commandContext } from './context.ts';
import { commandFor, type Focus } from './match.ts';
import { IS_MAC } from './platform.ts';
import { commands } from './registry.ts';
import { runCommand } from './run.ts';

const TEXT_FIELDS =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, [contenteditable=true], .monaco-editor';

/** What has the focus, as far as shortcuts care. */
export function focusOf(target: EventTarget | null): Focus | 'dialog' {
  if (!(target instanceof Element)) return 'canvas';
  if (target.closest('[aria-modal=true], [role=menu], [role=listbox]')) return 'dialog';
  if (target.closest(TEXT_FIELDS)) return 'text';
  if (target === document.body || target.closest('[data-keys=canvas]')) return 'canvas';
  return 'other';
}

/** Lets the window's keys run commands. Returns what stops it. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const focus = focusOf(event.target);
    if (focus === 'dialog') return;
    const command = commandFor(commands, event, focus, commandContext(), IS_MAC);
    if (!command || command.native) return;
    event.preventDefault();
    void runCommand(command);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
