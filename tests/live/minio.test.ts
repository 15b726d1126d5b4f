import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { InvalidError, NotFoundError, type StorageResource, UnavailableError } from '#runtime';
import { connectStorage } from '../../catalog/minio/runtime/index.ts';

/** A real server, e.g. `S3_URL=http://app:password@127.0.0.1:9000`. */
const REAL = process.env.S3_URL;
if (REAL === undefined) console.log('S3 against a real server: skipped: needs S3_URL');

/** As much of S3's REST API as the client asks for, and what a signed request must look like. */
function standIn(): Server {
  const buckets = new Map<string, Map<string, { type: string; content: Buffer }>>();
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, bucket = '', ...rest] = new URL(request.url ?? '', 'http://s3').pathname
      .split('/')
      .map(decodeURIComponent);
    const key = rest.join('/');
    const objects = buckets.get(bucket);
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(
          request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
        );
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=app/'))
      return refuse(403, 'AccessDenied');
    if (key === '') {
      if (request.method === 'PUT' && objects !== undefined) return refuse(409, 'BucketAlreadyOwnedByYou');
      if (request.method === 'PUT') buckets.set(bucket, new Map());
      return buckets.has(bucket) ? response.writeHead(200).end() : refuse(404, 'NoSuchBucket');
    }
    if (objects === undefined) return refuse(404, 'NoSuchBucket');
    if (request.method === 'PUT') {
      objects.set(key, { type: request.headers['content-type'] ?? '', content: Buffer.concat(chunks) });
      return response.writeHead(200, { etag: '"1"' }).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    const found = objects.get(key);
    return found === undefined
      ? refuse(404, 'NoSuchKey')
      : response.writeHead(200, { 'content-type': found.type }).end(found.content);
  });
}

describe(REAL === undefined ? 'S3, over a stand-in' : 'S3', () => {
  const server = standIn();
  let url = '';
  let storage: StorageResource;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = REAL ?? `http://app:secret%2Fword@127.0.0.1:${(server.address() as AddressInfo).port}`;
    storage = connectStorage({ name: 'media', url, buckets: ['pictures'], onError: assert.fail });
    await storage.start();
  });
  afterAll(async () => {
    await storage?.stop();
    server.close();
  });

  test('keeps, gives and forgets objects, whatever their keys', async () => {
    const bucket = storage.bucket('pictures');
    for (const key of ['p-1', 'a/b c/ü?#%.png', "it's"]) {
      const put = await bucket.put(key, new Uint8Array([0, 255, 10]), { contentType: 'image/png' });
      assert.deepEqual(put, { key, size: 3, contentType: 'image/png' });
      const got = await bucket.get(key);
      assert.deepEqual([got.contentType, got.size, [...got.content]], ['image/png', 3, [0, 255, 10]]);
      await bucket.delete(key);
      await assert.rejects(bucket.get(key), NotFoundError);
      await bucket.delete(key);
    }
  });

  test('takes text, and replaces what is there', async () => {
    const bucket = storage.bucket('pictures');
    await bucket.put('note', 'größer');
    await bucket.put('note', 'kleiner');
    const { content, contentType } = await bucket.get('note');
    assert.equal(new TextDecoder().decode(content), 'kleiner');
    assert.equal(contentType, 'application/octet-stream');
  });

  test('finds its buckets made when another replica was first', async () => {
    const second = connectStorage({ name: 'media', url, buckets: ['pictures'], onError: assert.fail });
    await second.start();
    await second.check();
    await second.stop();
  });

  test('refuses keys that S3 has no room for', async () => {
    await assert.rejects(storage.bucket('pictures').put('ü'.repeat(600), ''), InvalidError);
    await assert.rejects(storage.bucket('pictures').put('', ''), InvalidError);
  });

  test('says so where nothing answers', async () => {
    const away = connectStorage({
      name: 'media',
      url: 'http://app:x@127.0.0.1:9',
      buckets: ['pictures'],
      onError: assert.fail,
    });
    await assert.rejects(away.start(), UnavailableError);
    await assert.rejects(away.bucket('pictures').get('p-1'), UnavailableError);
    await away.stop();
  });
});
