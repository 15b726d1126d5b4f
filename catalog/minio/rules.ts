import { engineOf, type LintRule } from '#model';

/** Storages whose buckets come into being by their use. */
export const noBuckets: LintRule = {
  id: 'minio-without-buckets',
  title: 'Object storage without buckets',
  severity: 'info',
  explanation:
    'Access, retention and versions are settled for each bucket. A storage that declares none gets one called files, and everything ends up in it under the same rules: invoices that must be kept beside thumbnails that may go.',
  source:
    'MinIO documentation, "Object Management" (2025), sections "Buckets" and "Object Lifecycle Management"',
  check({ document, vocabulary }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'storage' || engineOf(component, vocabulary) !== 'minio') return [];
      if ((component.buckets ?? []).length > 0) return [];
      const path = ['components', name, 'buckets'];
      return [
        {
          path: ['components', name],
          at: 'key' as const,
          message: `"${name}" declares no buckets`,
          expected: 'buckets, such as [invoices, thumbnails]',
          fixes: [
            { title: 'Declare the bucket files', edits: [{ type: 'set' as const, path, value: ['files'] }] },
          ],
        },
      ];
    });
  },
};
