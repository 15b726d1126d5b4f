import { version } from '#model';
import { serverFields } from '../mysql/fields.ts';

export const DEFAULT_VERSION = '11';

export const fields = {
  version: version({ description: 'MariaDB release.', default: DEFAULT_VERSION }).optional(),
  ...serverFields,
};
