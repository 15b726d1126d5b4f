import { z } from 'zod';
import { type MonitoringComponent, percentage, version } from '#model';

export const DEFAULT_VERSION = '0.136.0';
export const DEFAULT_SAMPLING = '100%';

export const fields = {
  version: version({ description: 'Collector release.', default: DEFAULT_VERSION }).optional(),
  endpoint: z
    .url({ protocol: /^https?$/, error: 'an http or https address such as https://otlp.example.com' })
    .max(2000)
    .meta({
      title: 'Backend',
      description:
        'OTLP address that traces, metrics and logs are sent on to; where it is absent they end in the log of the collector.',
      widget: 'text',
      section: 'Engine',
      examples: ['https://otlp.example.com'],
    })
    .optional(),
  authorization: z
    .boolean()
    .meta({
      title: 'Authorization',
      description:
        'Sends the secret NAME_AUTHORIZATION as the header Authorization; put what the backend expects into the secrets file.',
      widget: 'toggle',
      section: 'Engine',
      default: false,
    })
    .optional(),
  sampling: percentage({
    title: 'Sampling',
    description: 'Share of the traces that is sent on; a trace is kept or dropped as a whole.',
    examples: ['10%'],
    section: 'Engine',
    default: DEFAULT_SAMPLING,
  }).optional(),
};

/** Monitoring that an OpenTelemetry collector takes in and sends on. */
export type OpentelemetryComponent = MonitoringComponent & {
  version?: string;
  endpoint?: string;
  authorization?: boolean;
  sampling?: string;
};
