import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { eventually } from './eventually.ts';

interface Product {
  productId: string;
  name: string;
  stock: number;
}
interface Order {
  orderId: string;
  productId: string;
  quantity: number;
  paymentId: string | null;
  shipmentId: string | null;
}
interface Notification {
  orderId: string;
  shipmentId: string | null;
}

/**
 * Orders something in the generated shop, as a customer would, through its gateway alone; and sees it through: the
 * order is kept, the stock falls in another service's database, the events reach their consumers.
 *
 * @param gateway address of the gateway, e.g. `http://127.0.0.1:8080`
 */
export async function orderJourney(gateway: string): Promise<void> {
  const customerId = `customer-${randomUUID()}`;
  const [product] = await get<Product[]>(gateway, '/products');
  assert(product, 'the shop sells something');
  const { productId, stock } = product;
  await send(gateway, 'PUT', `/carts/${customerId}`, { items: [{ productId, quantity: 2 }] });

  const placed = await send<Order>(gateway, 'POST', '/orders', { customerId, productId, quantity: 2 });
  assert.equal(placed.quantity, 2);
  const kept = await get<Order>(gateway, `/orders/${placed.orderId}`);
  assert.equal(kept.productId, productId);
  const after = await get<Product>(gateway, `/products/${productId}`);
  assert.equal(after.stock, stock - 2, 'the stock has fallen by what was ordered');

  await eventually('the order is paid and on its way', async () => {
    const order = await get<Order>(gateway, `/orders/${placed.orderId}`);
    assert(order.paymentId !== null && order.shipmentId !== null);
  });
  await eventually('the customer is told twice', async () => {
    const notifications = await get<Notification[]>(gateway, `/notifications?orderId=${placed.orderId}`);
    assert.deepEqual(notifications.map(({ shipmentId }) => shipmentId !== null).toSorted(), [false, true]);
  });
  await eventually('the cart is empty', async () => {
    assert.equal((await fetch(`${gateway}/carts/${customerId}`)).status, 404);
  });
  await refusals(gateway, customerId, productId);
}

/** What must not work: too much, something unknown, nonsense, and what the gateway keeps inside. */
async function refusals(gateway: string, customerId: string, productId: string): Promise<void> {
  const statusOf = async (body: object) => (await request(gateway, 'POST', '/orders', body)).status;
  assert.equal(await statusOf({ customerId, productId, quantity: 1_000_000 }), 409, 'more than is in stock');
  assert.equal(await statusOf({ customerId, productId: 'unknown', quantity: 1 }), 404, 'an unknown product');
  assert.equal(
    await statusOf({ customerId, productId, quantity: 'many' }),
    400,
    'a quantity that is no number',
  );
  assert.equal(
    await statusOf({ customerId, productId, quantity: -1 }),
    400,
    'a quantity that the catalogue refuses',
  );
  assert.equal((await request(gateway, 'POST', '/payments', {})).status, 404, 'payments are not routed');
}

async function get<T>(gateway: string, path: string): Promise<T> {
  return bodyOf<T>(await fetch(`${gateway}${path}`));
}

async function send<T>(gateway: string, method: string, path: string, body: object): Promise<T> {
  return bodyOf<T>(await request(gateway, method, path, body));
}

function request(gateway: string, method: string, path: string, body: object): Promise<Response> {
  return fetch(`${gateway}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function bodyOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  assert.equal(response.status, 200, `${response.url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}
