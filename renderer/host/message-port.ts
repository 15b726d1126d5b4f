import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { type ConnectionState, State } from './connection.ts';

/** Message by which Electron's preload script hands the page its port. */
export const PORT_MESSAGE = 'archwright:port';

/** Carries calls over the MessagePort that Electron's preload script hands over; the port lives as long as the page. */
export class PortLink implements ClientLink<ClientContext> {
  readonly state = new State<ConnectionState>('connecting');
  readonly #link: Promise<RPCLink<ClientContext>>;

  /** @param port arrives once the page is loaded */
  constructor(port: Promise<MessagePort>) {
    this.#link = port.then((given) => {
      const link = new RPCLink<ClientContext>({ port: given });
      given.start();
      this.state.set('open');
      return link;
    });
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    return (await this.#link).call(path, input, options);
  }
}

/** Asks the preload script for the port. Only the page's own window may hand one in. */
export function portFromPreload(page: Window, preload: { connect(): void }): Promise<MessagePort> {
  return new Promise((done) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== page || event.data !== PORT_MESSAGE || !port) return;
      page.removeEventListener('message', listen);
      done(port);
    };
    page.addEventListener('message', listen);
    preload.connect();
  });
}
