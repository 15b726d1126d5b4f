import { z } from 'zod';
import type { StorageComponent } from '#model';

/** MinIO names its releases by their time. */
export const DEFAULT_RELEASE = 'RELEASE.2025-09-07T16-13-09Z';
export const DEFAULT_STORAGE = '20Gi';

export const fields = {
  release: z
    .string()
    .regex(/^RELEASE\.\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z$/, {
      error: `a release such as ${DEFAULT_RELEASE}`,
    })
    .meta({
      title: 'Release',
      description: 'MinIO release: the tag of the image.',
      widget: 'text',
      section: 'Engine',
      default: DEFAULT_RELEASE,
    })
    .optional(),
};

/** An object storage that MinIO runs. */
export type MinioComponent = StorageComponent & { release?: string };
