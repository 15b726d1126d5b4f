import { randomUUID } from 'node:crypto';
import {
  type Context,
  createTraceState,
  DiagLogLevel,
  diag,
  type Span as OtelSpan,
  type Tracer as OtelTracer,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { RequestContext } from '../context.ts';
import { isBreakdown, messageOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { samplerFrom } from './sampler.ts';
import type { Span, SpanOptions, Tracer } from './span.ts';

const KINDS: Readonly<Record<SpanOptions['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/**
 * Records spans with OpenTelemetry and sends them by OTLP over HTTP, in batches. Each service is one to OpenTelemetry
 * too (`service.name`), whether it runs alone or shares its process: traces look the same in every layout.
 *
 * @param processor takes finished spans; by default it exports as OTEL_EXPORTER_OTLP_* say
 */
export function createTracing(
  unit: string,
  environment: Readonly<Record<string, string | undefined>>,
  log: Log,
  processor: SpanProcessor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }),
): { tracer: Tracer; stop(): Promise<void> } {
  const warn = (message: string) => log.warn({ reason: message }, 'cannot export spans');
  diag.setLogger(
    { error: warn, warn, info: () => {}, debug: () => {}, verbose: () => {} },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const shared = defaultResource()
    .merge(detectResources({ detectors: [resourceAttributesEnvDetector] }))
    .merge(resourceFromAttributes({ 'service.instance.id': randomUUID(), unit }));
  const sampler = samplerFrom(environment);
  const tracers = new Map<string, OtelTracer>();
  const tracerOf = (service: string): OtelTracer => {
    const known = tracers.get(service);
    if (known !== undefined) return known;
    const resource = shared.merge(resourceFromAttributes({ 'service.name': service }));
    const made = new TracerProvider({ resource, sampler, spanProcessors: [processor] }).getTracer('runtime');
    tracers.set(service, made);
    return made;
  };
  return {
    tracer: {
      start(options, parent) {
        const { name, kind, attributes } = options;
        const tracer = tracerOf(options.service ?? parent.service ?? unit);
        const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, contextFrom(parent));
        return spanFrom(span, kind);
      },
    },
    stop: () => processor.shutdown(),
  };
}

function spanFrom(span: OtelSpan, kind: SpanOptions['kind']): Span {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    set: (attributes) => void span.setAttributes(attributes),
    end(error) {
      if (error !== undefined) {
        span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
        // Saying no is a service's work well done; to whom is told no, the call has failed all the same.
        if (kind === 'client' || isBreakdown(error))
          span.setStatus({ code: SpanStatusCode.ERROR, message: messageOf(error) });
      }
      span.end();
    },
  };
}

function contextFrom({ traceparent, tracestate, unparented }: RequestContext): Context {
  if (unparented) return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = '00'] = traceparent.split('-');
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
    ...(tracestate === undefined ? {} : { traceState: createTraceState(tracestate) }),
  });
}
