import { parseDuration, parsePercentage } from '#model';
import { DEFAULT_LATENCY, DEFAULT_OBJECTIVE, type PrometheusComponent } from './fields.ts';

/** What operations promise: alerts are about promises that break, not about symptoms. */
export interface Objectives {
  /** Share of the requests that may fail, e.g. 0.005. */
  errorBudget: number;
  /** Seconds within which 99 of 100 requests are answered. */
  latencySeconds: number;
}

/** Longest time that the services' histograms tell from longer ones: their last bound. */
export const LONGEST_SECONDS = 10;

/** The promises that a component's fields make. */
export function objectivesOf({ objective, latency }: PrometheusComponent): Objectives {
  return {
    errorBudget: rounded(1 - parsePercentage(objective ?? DEFAULT_OBJECTIVE)),
    latencySeconds: parseDuration(latency ?? DEFAULT_LATENCY) / 1000,
  };
}

/** Without the noise of binary fractions: it is read by people, in expressions. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
