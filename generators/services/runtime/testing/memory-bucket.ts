import { NotFoundError } from '../errors.ts';
import { ANY_CONTENT, type Bucket, type StoredObject } from '../ports/storage.ts';

/** A bucket in memory, for tests. */
export class MemoryBucket implements Bucket {
  readonly #objects = new Map<string, StoredObject & { content: Uint8Array }>();

  /** Puts in an object. @returns the bucket */
  withObject(key: string, content = '{}'): this {
    this.#put(key, content, 'application/json');
    return this;
  }

  async put(
    key: string,
    content: Uint8Array | string,
    { contentType = ANY_CONTENT }: { contentType?: string } = {},
  ): Promise<StoredObject> {
    return this.#put(key, content, contentType);
  }

  async get(key: string): Promise<StoredObject & { content: Uint8Array }> {
    const found = this.#objects.get(key);
    if (found === undefined) throw new NotFoundError(`There is no "${key}".`);
    return found;
  }

  async delete(key: string): Promise<void> {
    this.#objects.delete(key);
  }

  #put(key: string, content: Uint8Array | string, contentType: string): StoredObject {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const stored = { key, size: bytes.byteLength, contentType };
    this.#objects.set(key, { ...stored, content: bytes });
    return stored;
  }
}
