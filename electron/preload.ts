import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL, PORT_MESSAGE } from './channels.ts';

/**
 * Runs in the page's process before the page, in a world of its own and sandboxed. The page gets these few functions and
 * nothing of Electron: no channel names, no events, no way to send anything else.
 */
let mayClose: (() => Promise<boolean>) | undefined;

contextBridge.exposeInMainWorld('archwright', {
  /** Asks for the port that carries the contract; it arrives as a message to the page's own window. */
  connect(): void {
    ipcRenderer.send(CHANNEL.connect);
  },
  setCommands(commands: unknown): void {
    ipcRenderer.send(CHANNEL.commands, commands);
  },
  onCommand: (run: (id: string) => void) => listen(CHANNEL.run, run),
  onOpenFile: (open: (path: string) => void) => listen(CHANNEL.openFile, open),
  onClose(ask: () => Promise<boolean>): () => void {
    mayClose = ask;
    return () => {
      if (mayClose === ask) mayClose = undefined;
    };
  },
});

ipcRenderer.on(CHANNEL.connect, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, [...event.ports]);
});

ipcRenderer.on(CHANNEL.close, () => {
  // A page that has nothing to ask, or fails at it, does not hold the window: the journal has its text.
  const answer = mayClose ? mayClose().catch(() => true) : Promise.resolve(true);
  void answer.then((may) => ipcRenderer.send(CHANNEL.close, may));
});

function listen(channel: string, tell: (text: string) => void): () => void {
  const heard = (_event: unknown, text: unknown) => {
    if (typeof text === 'string') tell(text);
  };
  ipcRenderer.on(channel, heard);
  return () => ipcRenderer.off(channel, heard);
}
