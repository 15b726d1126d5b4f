import { setImmediate as breathe } from 'node:timers/promises';

/** How long an operation computes: a mean in milliseconds, and how single times are spread around it. */
export interface Work {
  readonly meanMs: number;
  readonly distribution?: 'constant' | 'exponential' | 'lognormal' | 'gamma';
  /** Standard deviation over mean; of lognormal and gamma. */
  readonly cv?: number;
}

/** Longest that others in the process wait for their turn. */
const SLICE_MS = 5;
const MICROSECONDS = 1_000;
/** WORK=off: nothing is computed for show, e.g. where only the calls are to be measured. */
const wanted = process.env.WORK !== 'off';

/**
 * Takes the CPU time that the document says an operation takes, until real work takes its place. It is really computed,
 * in slices so that the process still answers its probes.
 *
 * @param time mean in milliseconds, or a distribution
 */
export async function work(time: number | Work): Promise<void> {
  if (!wanted) return;
  let left = drawWork(typeof time === 'number' ? { meanMs: time } : time, Math.random);
  while (left > 0) {
    compute(Math.min(left, SLICE_MS));
    left -= SLICE_MS;
    if (left > 0) await breathe();
  }
}

/** Draws a time in milliseconds. @param random gives numbers from 0 to 1, the latter excluded */
export function drawWork({ meanMs, distribution = 'constant', cv = 1 }: Work, random: () => number): number {
  switch (distribution) {
    case 'constant':
      return meanMs;
    case 'exponential':
      return -meanMs * Math.log(1 - random());
    case 'lognormal': {
      const variance = Math.log(1 + cv * cv);
      return meanMs * Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
    }
    case 'gamma':
      return cv === 0 ? meanMs : meanMs * cv * cv * gamma(1 / (cv * cv), random);
  }
}

/** Computes until the thread has used the time: time that others have the processor does not count. */
function compute(milliseconds: number): void {
  const end = cpuTime() + milliseconds * MICROSECONDS;
  while (cpuTime() < end);
}

function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Box and Muller, 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; of scale 1. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
