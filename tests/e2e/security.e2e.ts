import { request } from 'node:http';
import { expect, test } from '../support/fixtures.ts';

/** Status of a request that a browser would not let a page send: with any headers. */
function statusOf(url: URL, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((done, failed) => {
    request(url, { headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', failed)
      .end();
  });
}

test('turns away whoever has no token, another host name or another origin', async ({ shell }) => {
  const url = new URL((await shell.start()).url);
  const token = url.searchParams.get('token') ?? '';
  const plain = new URL('/', url);
  const cookie = `archwright-${url.port}=${token}`;
  expect(await statusOf(plain, {})).toBe(403);
  expect(await statusOf(new URL('/?token=wrong', url), {})).toBe(403);
  expect(await statusOf(plain, { cookie: `archwright-${url.port}=wrong` })).toBe(403);
  expect(await statusOf(plain, { cookie, host: `evil.example:${url.port}` })).toBe(403);
  expect(await statusOf(plain, { cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf(plain, { cookie })).toBe(200);
});

test('says in words what to do without the token', async ({ page, shell }) => {
  const url = new URL((await shell.start()).url);
  const response = await page.goto(new URL('/', url).href);
  expect(response?.status()).toBe(403);
  await expect(page.getByRole('heading')).toHaveText('This address needs its key');
});

test('serves the page under a strict policy and keeps the token out of the address', async ({ app }) => {
  const response = await app.page.goto(app.page.url());
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  expect(app.page.url()).not.toContain('token');
  expect(await app.page.evaluate(() => document.cookie)).toBe('');
});

test('loads nothing from the network', async ({ app }) => {
  const foreign: string[] = [];
  const { host } = new URL(app.page.url());
  app.page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) foreign.push(request.url());
  });
  await app.page.reload();
  await app.openSample(/shop/i);
  await app.yaml.show();
  expect(foreign).toEqual([]);
});

test('shows hostile text as text', async ({ app }) => {
  const hostile = '<img src=x onerror=document.title=`owned`><script>document.title=`owned`</script>';
  await app.startEmpty();
  await app.yaml.replace(
    [
      'archwright: 1',
      `name: ${JSON.stringify(hostile)}`,
      'components:',
      '  orders:',
      '    kind: service',
      `    context: ${JSON.stringify(hostile)}`,
      `    description: ${JSON.stringify(hostile)}`,
      `    image: ${JSON.stringify(hostile)}`,
      `  ${JSON.stringify(hostile)}:`,
      `    kind: ${JSON.stringify(hostile)}`,
      '',
    ].join('\n'),
  );
  await expect(app.canvas.card('orders')).toBeVisible();
  await app.canvas.card('orders').click();
  await app.showProblems();
  await expect(app.problems.getByText('<img', { exact: false }).first()).toBeVisible();
  await expect(app.page.locator('img[src=x]')).toHaveCount(0);
  await expect(app.page).not.toHaveTitle(/owned/);
});
