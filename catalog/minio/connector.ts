import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { MinioComponent } from './fields.ts';
import { passwordKey, S3_PORT, STORAGE_USER } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to an object storage by S3. */
export const connector: Connector<MinioComponent> = {
  dependencies: { '@aws-sdk/client-s3': '3.1169.0' },
  runtime: runtimeFiles,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `http://${STORAGE_USER}:`,
        context.secret(passwordKey(name), `Password of the object storage ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${S3_PORT}`,
      ],
    },
  }),
};
