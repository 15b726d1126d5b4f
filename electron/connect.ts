import { RPCHandler } from '@orpc/server/message-port';
import { type BrowserWindow, ipcMain, MessageChannelMain } from 'electron';
import { endSession, type HostRouter, startSession } from '#host';
import { CHANNEL } from './channels.ts';
import { isTrusted } from './origin.ts';

/**
 * Carries the contract to the page over a MessagePort of its own. Only our page gets one; a page that is loaded anew asks
 * anew, and the old port's session ends.
 */
export function setupConnection(router: HostRouter, currentWindow: () => BrowserWindow | undefined): void {
  const handler = new RPCHandler(router);
  ipcMain.on(CHANNEL.connect, (event) => {
    if (!isTrusted(event, currentWindow()?.webContents)) return;
    const { port1, port2 } = new MessageChannelMain();
    const session = startSession();
    port1.on('close', () => endSession(session));
    handler.upgrade(port1, { context: { session } });
    port1.start();
    event.sender.postMessage(CHANNEL.connect, null, [port2]);
  });
}
