import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

/**
 * Which traces are recorded: OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG, as of
 * https://opentelemetry.io/docs/languages/sdk-configuration/general/; all by default, unless the caller's is not.
 */
export function samplerFrom(environment: Readonly<Record<string, string | undefined>>): Sampler {
  const [, parentBased, name = 'always_on'] =
    /^(parentbased_)?(always_on|always_off|traceidratio)$/.exec(environment.OTEL_TRACES_SAMPLER ?? '') ?? [];
  const root = rootSampler(name, environment.OTEL_TRACES_SAMPLER_ARG);
  const known = environment.OTEL_TRACES_SAMPLER !== undefined && parentBased === undefined;
  return known ? root : new ParentBasedSampler({ root });
}

function rootSampler(name: string, argument: string | undefined): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler();
  const ratio = argument === undefined || argument === '' ? 1 : Number(argument);
  return name === 'traceidratio' && ratio >= 0 && ratio <= 1
    ? new TraceIdRatioBasedSampler(ratio)
    : new AlwaysOnSampler();
}
