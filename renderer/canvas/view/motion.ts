/**
 * How long a movement may last.
 *
 * @param wished milliseconds
 * @returns the same, or 0 where people asked for reduced motion
 */
export function motionDuration(wished: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : wished;
}
