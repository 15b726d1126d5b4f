import { CreateBucketCommand, HeadBucketCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type Bucket, type StorageResource, UnavailableError } from '#runtime';
import { S3Bucket } from './bucket.ts';

const CONNECT_TIMEOUT_MS = 3_000;
/** Longest silence while an object is on its way. */
const REQUEST_TIMEOUT_MS = 30_000;
/** First attempt included; pauses between them grow, with jitter. */
const ATTEMPTS = 3;
/** S3 asks for a region; a server of one's own has none. */
const REGION = 'us-east-1';

export interface StorageOptions {
  readonly name: string;
  /** `http://ACCOUNT:PASSWORD@HOST:PORT` */
  readonly url: string;
  /** Made at the start where they are missing. */
  readonly buckets: readonly string[];
  /** Told of trouble that mends itself. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to an object storage that speaks S3. */
export function connectStorage({ name, url, buckets }: StorageOptions): StorageResource {
  const { username, password, origin } = new URL(url);
  const client = new S3Client({
    endpoint: origin,
    region: REGION,
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    // Buckets as folders: as host names they would need a DNS of their own.
    forcePathStyle: true,
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
  });
  return {
    name,
    system: 's3',
    start: async () => {
      for (const bucket of buckets) await ensureBucket(client, bucket);
    },
    stop: async () => client.destroy(),
    check: async () => {
      const [bucket] = buckets;
      if (bucket !== undefined) await client.send(new HeadBucketCommand({ Bucket: bucket }));
    },
    bucket: (bucket: string): Bucket => new S3Bucket(client, bucket),
  };
}

/** Several replicas may do this at once: whoever comes second finds it done. */
async function ensureBucket(client: S3Client, bucket: string): Promise<void> {
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
  } catch (error) {
    const done = error instanceof S3ServiceException && error.name === 'BucketAlreadyOwnedByYou';
    if (!done) throw new UnavailableError(`The bucket ${bucket} cannot be made.`, { cause: error });
  }
}
