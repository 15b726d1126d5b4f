const DURATION = /^(\d+(?:\.\d+)?)(us|ms|s|m|h)$/;
const RATE = /^(\d+(?:\.\d+)?)\/(s|m|h)$/;
const SIZE = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti)$/;
const CPU = /^(?:(\d+)m|(\d+(?:\.\d+)?))$/;
const PERCENTAGE = /^(\d{1,3}(?:\.\d+)?)%$/;

const MILLISECONDS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const PER_SECOND: Record<string, number> = { s: 1, m: 1 / 60, h: 1 / 3600 };
const BYTES: Record<string, number> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

/** @param text a duration such as `300ms`, `2s` @returns milliseconds; NaN if it is none */
export function parseDuration(text: string): number {
  return scaled(DURATION.exec(text), MILLISECONDS);
}

/** @param text a rate such as `40/s` @returns events per second; NaN if it is none */
export function parseRate(text: string): number {
  return scaled(RATE.exec(text), PER_SECOND);
}

/** @param text a size such as `10Gi` @returns bytes; NaN if it is none */
export function parseSize(text: string): number {
  return scaled(SIZE.exec(text), BYTES);
}

/** @param text CPU such as `250m` or `2` @returns cores; NaN if it is none */
export function parseCpu(text: string): number {
  const match = CPU.exec(text);
  if (match === null) return Number.NaN;
  return match[1] === undefined ? Number(match[2]) : Number(match[1]) / 1000;
}

/** @param text a percentage such as `70%` @returns a fraction from 0 to 1; NaN if it is none */
export function parsePercentage(text: string): number {
  const match = PERCENTAGE.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]) / 100;
  return value <= 1 ? value : Number.NaN;
}

function scaled(match: RegExpExecArray | null, units: Record<string, number>): number {
  if (match === null) return Number.NaN;
  return Number(match[1]) * (units[match[2] ?? ''] ?? Number.NaN);
}
