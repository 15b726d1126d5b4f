/** What the page's side of the bridge calls; bound by `WebContentsDouble`. */
interface Bindings {
  doubleSend(channel: string, args: unknown[]): Promise<void>;
  doublePortMessage(port: number, data: unknown): Promise<void>;
}

/**
 * Runs in the page before everything else: a `require('electron')` for the real preload script, with `ipcRenderer` and
 * `contextBridge` over the test's bridge. Serialised by Playwright, so that it may use nothing from outside.
 *
 * @param preload the preload script's code, CommonJS
 */
export function installPreload(preload: string): void {
  const { doubleSend, doublePortMessage } = window as unknown as Bindings;
  type Listener = (event: { ports: MessagePort[] }, ...args: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const ports = new Map<number, MessagePort>();
  const electron = {
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => void doubleSend(channel, args),
      on: (channel: string, listener: Listener) =>
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) =>
        Object.defineProperty(window, name, { value: Object.freeze(api) }),
    },
  };
  const portFor = (id: number) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => void doublePortMessage(id, data);
    ports.set(id, port1);
    return port2;
  };
  Object.assign(window, {
    doubleReceive(channel: string, args: unknown[], portIds: number[]) {
      const event = { ports: portIds.map(portFor) };
      for (const listener of listeners.get(channel) ?? []) listener(event, ...args);
    },
    doubleDeliver: (id: number, data: unknown) => ports.get(id)?.postMessage(data),
  });
  const module = { exports: {} };
  new Function('require', 'module', 'exports', preload)(() => electron, module, module.exports);
}
