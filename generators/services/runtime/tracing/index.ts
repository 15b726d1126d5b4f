import type { Log } from '../log.ts';
import { setTracer } from './span.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Begins to export spans, if the environment names a collector: OTEL_EXPORTER_OTLP_ENDPOINT (or
 * OTEL_EXPORTER_OTLP_TRACES_ENDPOINT), an address that takes OTLP over HTTP such as `http://collector:4318`. Otherwise
 * nothing of OpenTelemetry is even loaded. OTEL_SDK_DISABLED and OTEL_TRACES_EXPORTER=none turn it off.
 *
 * @param unit name of the deployable
 * @returns ends it: exports what is left
 */
export async function startTracing(
  unit: string,
  environment: Environment,
  log: Log,
): Promise<() => Promise<void>> {
  if (!isWanted(environment)) return async () => {};
  const { createTracing } = await import('./opentelemetry.ts');
  const { tracer, stop } = createTracing(unit, environment, log);
  setTracer(tracer);
  return async () => {
    setTracer(undefined);
    await stop().catch((error: unknown) => log.warn({ err: error }, 'spans were lost at the end'));
  };
}

function isWanted(environment: Environment): boolean {
  const endpoint =
    environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environment.OTEL_EXPORTER_OTLP_ENDPOINT || '';
  return (
    endpoint !== '' &&
    environment.OTEL_SDK_DISABLED?.toLowerCase() !== 'true' &&
    environment.OTEL_TRACES_EXPORTER?.toLowerCase() !== 'none'
  );
}
