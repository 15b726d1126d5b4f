import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, test } from 'vitest';
import { createHost } from '#host';
import type { Contract } from '#host/contract';
import { PORT_MESSAGE, PortLink, portFromPreload } from './message-port.ts';

/** As much of a window as hands a port over. */
class PageDouble extends EventTarget {
  post(data: unknown, source: unknown, ports: MessagePort[]): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, source, ports }));
  }
}

test('takes the port from its own window only, after asking for it, and carries calls', async () => {
  const page = new PageDouble();
  let asked = 0;
  const link = new PortLink(portFromPreload(page as unknown as Window, { connect: () => asked++ }));
  expect([asked, link.state.get()]).toEqual([1, 'connecting']);
  const stranger = new MessageChannel();
  page.post(PORT_MESSAGE, {}, [stranger.port1]);
  page.post('something else', page, [stranger.port1]);
  page.post(PORT_MESSAGE, page, []);
  await Promise.resolve();
  expect(link.state.get()).toBe('connecting');

  const { port1, port2 } = new MessageChannel();
  new RPCHandler(createHost({ shell: 'electron', version: '1.0.0', samplesFolder: '/none' })).upgrade(port2, {
    context: {},
  });
  port2.start();
  page.post(PORT_MESSAGE, page, [port1]);
  const host: ContractRouterClient<Contract> = createORPCClient(link);
  expect(await host.app.info()).toMatchObject({ shell: 'electron' });
  expect(link.state.get()).toBe('open');
  for (const port of [port1, port2, stranger.port1]) port.close();
});
