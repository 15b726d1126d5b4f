import { environmentPrefix } from '../environment.ts';

/** Ports that the OpenTelemetry specification names for OTLP, and the collector's own. */
export const OTLP_GRPC_PORT = 4317;
export const OTLP_HTTP_PORT = 4318;
export const METRICS_PORT = 8888;
export const HEALTH_PORT = 13133;

/** Key of the secret that the backend is sent as `Authorization`, e.g. `TELEMETRY_AUTHORIZATION`. */
export function authorizationKey(component: string): string {
  return `${environmentPrefix(component)}_AUTHORIZATION`;
}
