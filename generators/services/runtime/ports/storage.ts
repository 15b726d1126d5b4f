/** What is known of an object without reading it. */
export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Media type, e.g. `video/mp4`. */
  readonly contentType: string;
}

/** Objects by key: files of any size. */
export interface Bucket {
  /** Puts an object in, in the place of one that is there. @param options `contentType`: by default bytes of any kind */
  put(key: string, content: Uint8Array | string, options?: { contentType?: string }): Promise<StoredObject>;
  /** @throws NotFoundError where there is none */
  get(key: string): Promise<StoredObject & { readonly content: Uint8Array }>;
  /** Removes the object, if it is there. */
  delete(key: string): Promise<void>;
}

export const ANY_CONTENT = 'application/octet-stream';
