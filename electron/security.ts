import { app, type Session, shell, type WebContents } from 'electron';
import { isOwnPage } from './origin.ts';

/** Copying by a click; everything else a page could ask for (camera, location, notifications ...) is never needed. */
const PERMITTED = 'clipboard-sanitized-write';
/** Where the page may load from: itself, and what it makes in memory. */
const LOADED = /^(app|blob|data|devtools|chrome-extension):/;

/** Denies everything that the application does not need, for every page that ever comes to be in it. */
export function setupSecurity(): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyWindows(contents);
  });
  app.on('session-created', denyPermissions);
}

function denyNavigation(contents: WebContents): void {
  const staysAtHome = (event: { preventDefault(): void; url: string }) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', staysAtHome);
  contents.on('will-redirect', staysAtHome);
  contents.on('will-frame-navigate', staysAtHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** No second window, ever; a link to the web opens in the user's browser. */
function denyWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (URL.canParse(url) && new URL(url).protocol === 'https:') void shell.openExternal(url);
    return { action: 'deny' };
  });
}

function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(permission === PERMITTED && isOwnPage(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === PERMITTED && isOwnPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !LOADED.test(url) }));
}
