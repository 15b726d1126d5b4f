const STEPS: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60_000, 1000, 'second'],
  [3_600_000, 60_000, 'minute'],
  [86_400_000, 3_600_000, 'hour'],
  [30 * 86_400_000, 86_400_000, 'day'],
  [365 * 86_400_000, 30 * 86_400_000, 'month'],
  [Number.POSITIVE_INFINITY, 365 * 86_400_000, 'year'],
];

/**
 * How long ago something was, in words: `5 minutes ago`.
 *
 * @param then milliseconds since the epoch
 * @param now likewise; a time to come counts as now
 */
export function ago(then: number, now: number): string {
  const past = Math.max(0, now - then);
  const [, size, unit] = STEPS.find(([limit]) => past < limit) ?? [0, 1000, 'second' as const];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-Math.floor(past / size), unit);
}
