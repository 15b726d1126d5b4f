import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#host/contract';
import type { ConnectionState, Observable } from './host/connection.ts';
import { followFile } from './host/follow.ts';
import { PortLink, portFromPreload } from './host/message-port.ts';
import { ReconnectingLink } from './host/web-socket.ts';

export type { ConnectionState } from './host/connection.ts';

/** A command as the menu shows it. */
export interface MenuCommand {
  id: string;
  title: string;
  category: string;
  /** As the page writes it, e.g. `mod+shift+z`. */
  shortcut?: string;
}

/** What Electron's preload script adds to the page. */
export interface Preload {
  /** Asks for the port that carries the contract; it arrives as a message to this window. */
  connect(): void;
  /** Tells the commands there are, for the menu. */
  setCommands(commands: readonly MenuCommand[]): void;
  /** Calls back when a menu item was chosen, with the command's id. */
  onCommand(run: (id: string) => void): () => void;
  /** Calls back when another document is to be opened: chosen in the file manager, or a second start with a file. */
  onOpenFile(open: (path: string) => void): () => void;
  /** Asked before the window closes; `false` keeps it open. */
  onClose(mayClose: () => Promise<boolean>): () => void;
}

declare global {
  interface Window {
    archwright?: Preload;
  }
}

/** Electron's own functions; `undefined` in a browser. */
export const desktop: Preload | undefined = window.archwright;

const link = desktop
  ? new PortLink(portFromPreload(window, desktop))
  : new ReconnectingLink(socketUrl(window.location));

/** Everything that the page may ask of the machine. Failures are sorted by `failureOf`. */
export const host: ContractRouterClient<Contract> = createORPCClient(link);

/** State of the connection to the host; in the form that `useSyncExternalStore` takes. */
export const connection: Observable<ConnectionState> = link.state;

/**
 * Follows a file on disk, over broken connections too.
 *
 * @param changed is told the file's version at once and whenever it becomes another; one's own saving included
 * @returns ends it
 */
export function watchFile(path: string, changed: (version: string | null) => void): () => void {
  const watch = (watched: string, signal: AbortSignal) => host.files.watch({ path: watched }, { signal });
  return followFile({ watch, connection }, path, changed);
}

function socketUrl({ protocol, host: authority }: Location): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${authority}/host`;
}
