import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { currentContext } from './context.ts';

export type Log = Logger;

/**
 * Makes the unit's logger: JSON lines on standard output, each with the request it belongs to.
 *
 * @param unit name of the deployable
 * @param level lowest level that is written
 * @param destination takes the lines instead
 */
export function createLog(unit: string, level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: { unit },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['req.headers.authorization', 'req.headers.cookie'],
    mixin() {
      const context = currentContext();
      if (context === undefined) return {};
      const [, trace_id, span_id] = context.traceparent.split('-');
      const service = context.service === undefined ? {} : { service: context.service };
      return { ...service, requestId: context.requestId, trace_id, span_id };
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
