import { createContext, currentContext, type RequestContext, runInContext } from '../context.ts';

/** Values of OpenTelemetry's semantic conventions: https://opentelemetry.io/docs/specs/semconv/ */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  /** Few different ones: names of operations and routes, no ids. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** Service whose work it is; that of the context where absent. */
  readonly service?: string | undefined;
  readonly attributes: Attributes;
}

/** A span that has begun. */
export interface Span {
  /** As it is told to whom is called within. */
  readonly traceparent: string;
  set(attributes: Attributes): void;
  /** @param error why what it stands for has failed, if it has */
  end(error?: unknown): void;
}

/** Records spans. */
export interface Tracer {
  start(options: SpanOptions, parent: RequestContext): Span;
}

/** A span and the context to work in while it lasts. */
export interface OpenSpan {
  readonly context: RequestContext;
  set(attributes: Attributes): void;
  end(error?: unknown): void;
}

const nothing = (): void => {};
let active: Tracer | undefined;

/** Has spans recorded from now on, or no longer: there is one recorder for the whole process. */
export function setTracer(tracer: Tracer | undefined): void {
  active = tracer;
}

/** Begins a span below the context's. Where nobody records, this is next to nothing. */
export function openSpan(options: SpanOptions, context: RequestContext): OpenSpan {
  if (active === undefined) return { context, set: nothing, end: nothing };
  const span = active.start(options, context);
  return {
    context: { ...context, traceparent: span.traceparent, unparented: false },
    set: (attributes) => span.set(attributes),
    end: (error) => span.end(error),
  };
}

/** Does `work` within a span of its own. @param work is told the span, to add what is known only later */
export async function inSpan<T>(
  options: SpanOptions,
  work: (span: Pick<Span, 'set'>) => Promise<T>,
): Promise<T> {
  if (active === undefined) return work({ set: nothing });
  const span = openSpan(options, currentContext() ?? createContext({}, options.service));
  try {
    const result = await runInContext(span.context, () => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(error);
    throw error;
  }
}
