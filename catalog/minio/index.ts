import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, fields, type MinioComponent } from './fields.ts';
import { icon } from './icon.ts';
import { S3_PORT } from './names.ts';
import { noBuckets } from './rules.ts';

export const minio: CatalogEntry<MinioComponent> = {
  kind: 'storage',
  engine: 'minio',
  title: 'MinIO',
  summary: 'Object storage that speaks S3: files of any size, by bucket and key.',
  keywords: ['s3', 'object storage', 'files', 'blobs', 'bucket', 'uploads', 'media'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'files',
  accepts: ['s3'],
  speaks: [],
  port: () => S3_PORT,
  verbs: ['put', 'get', 'delete'],
  rules: [noBuckets],
  subtitle: ({ storage = DEFAULT_STORAGE, buckets }) => {
    const count = buckets?.length ?? 0;
    return `minio · ${storage}${count === 0 ? '' : count === 1 ? ' · 1 bucket' : ` · ${count} buckets`}`;
  },
};
