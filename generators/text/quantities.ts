import { parseCpu } from '#model';

export { parseCpu, parseSize } from '#model';

const MEBIBYTE = 2 ** 20;

/** Cores as Kubernetes writes them, in whole thousandths, e.g. `250m`. */
export function formatCpu(cores: number): string {
  return `${Math.max(1, Math.round(cores * 1000))}m`;
}

/** Bytes in whole mebibytes, e.g. `256Mi`. */
export function formatSize(bytes: number): string {
  return `${Math.max(1, Math.ceil(bytes / MEBIBYTE))}Mi`;
}

/** Cores that a replica may use while others need none: what it reserves, but a whole one to start quickly. */
export function cpuLimit(cpu: string): number {
  return Math.max(1, parseCpu(cpu));
}
