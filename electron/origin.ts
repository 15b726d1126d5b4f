import type { IpcMainEvent, WebContents } from 'electron';

/** The page's own scheme and origin: no `file:` page, which could read other files, and no server that others could reach. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://archwright`;
export const PAGE = `${ORIGIN}/`;

/** Whether a URL is the application's own page. */
export function isOwnPage(url: string): boolean {
  return url === ORIGIN || url.startsWith(PAGE);
}

/**
 * Whether a message comes from the application's own page: from the top frame of this window, and from our origin. Any
 * other frame that ever came to be in the window has no say.
 */
export function isTrusted(
  event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>,
  contents: WebContents | undefined,
): boolean {
  const { sender, senderFrame } = event;
  return (
    sender === contents &&
    senderFrame !== null &&
    senderFrame === contents?.mainFrame &&
    isOwnPage(senderFrame.url)
  );
}
