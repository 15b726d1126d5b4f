import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  ANY_CONTENT,
  type Bucket,
  InvalidError,
  messageOf,
  NotFoundError,
  type StoredObject,
  UnavailableError,
} from '#runtime';

/** Longest key, in bytes of UTF-8 (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
const LONGEST_KEY = 1024;
const NOT_THERE = new Set(['NoSuchKey', 'NotFound']);

/** One bucket of an object storage that speaks S3. */
export class S3Bucket implements Bucket {
  readonly #client: S3Client;
  readonly #name: string;

  constructor(client: S3Client, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async put(
    key: string,
    content: Uint8Array | string,
    { contentType = ANY_CONTENT }: { contentType?: string } = {},
  ): Promise<StoredObject> {
    checkKey(key);
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const object = { Bucket: this.#name, Key: key, Body: body, ContentType: contentType };
    await this.#client.send(new PutObjectCommand(object)).catch((error) => this.#fail(key, error));
    return { key, size: body.byteLength, contentType };
  }

  async get(key: string): Promise<StoredObject & { content: Uint8Array }> {
    checkKey(key);
    try {
      const { Body, ContentType = ANY_CONTENT } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#name, Key: key }),
      );
      const content = Body === undefined ? new Uint8Array() : await Body.transformToByteArray();
      return { key, size: content.byteLength, contentType: ContentType, content };
    } catch (error) {
      return this.#fail(key, error);
    }
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    await this.#client
      .send(new DeleteObjectCommand({ Bucket: this.#name, Key: key }))
      .catch((error) => this.#fail(key, error));
  }

  #fail(key: string, error: unknown): never {
    if (error instanceof S3ServiceException && NOT_THERE.has(error.name))
      throw new NotFoundError(`There is no "${key}" in ${this.#name}.`, { cause: error });
    throw new UnavailableError(`The storage is unavailable: ${messageOf(error)}`, { cause: error });
  }
}

function checkKey(key: string): void {
  if (key === '' || new TextEncoder().encode(key).byteLength > LONGEST_KEY)
    throw new InvalidError(`A key has 1 to ${LONGEST_KEY} bytes.`);
}
