/** Names of the messages between main process, preload script and page. */
export const CHANNEL = {
  /** Page asks for the host; the answer is a MessagePort on the same channel. */
  connect: 'archwright:connect',
  /** Page tells its commands, for the menu. */
  commands: 'archwright:commands',
  /** A menu item was chosen; carries the command's id. */
  run: 'archwright:run',
  /** A document is to be opened; carries its path. */
  openFile: 'archwright:open-file',
  /** May the window close? Answered on the same channel. */
  close: 'archwright:close',
} as const;

/** Message by which the preload script hands the page its port; `renderer/host/message-port.ts` waits for it. */
export const PORT_MESSAGE = 'archwright:port';
