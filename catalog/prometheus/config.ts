import { parseDuration } from '#model';
import type { MetricsTarget } from '../container.ts';
import { toYaml } from '../yaml.ts';

/** Name of the rules' file, beside the configuration. */
export const RULES_FILE = 'rules.yml';

/**
 * Scrape configuration: one job per unit, every replica of it a target of its own, found by DNS.
 *
 * @param interval time between two readings, as a duration
 */
export function prometheusConfig(targets: readonly MetricsTarget[], interval: string): string {
  const seconds = secondsOf(interval);
  const own = { job_name: 'prometheus', static_configs: [{ targets: ['localhost:9090'] }] };
  return toYaml({
    global: { scrape_interval: seconds, scrape_timeout: shorter(interval), evaluation_interval: seconds },
    rule_files: [RULES_FILE],
    scrape_configs: [own, ...targets.map(scrapeJob)],
  });
}

function scrapeJob({ unit, host, port, path }: MetricsTarget) {
  return {
    job_name: unit === 'prometheus' ? 'prometheus-unit' : unit,
    metrics_path: path,
    dns_sd_configs: [{ names: [host], type: 'A', port, refresh_interval: '15s' }],
    relabel_configs: [{ target_label: 'unit', replacement: unit }],
  };
}

/** Prometheus refuses a time-out above the interval; its default is 10 s. */
function shorter(interval: string): string {
  return parseDuration(interval) < 10_000 ? secondsOf(interval) : '10s';
}

/** A duration as Prometheus writes it: whole seconds, at least one. */
export function secondsOf(duration: string): string {
  return `${Math.max(1, Math.round(parseDuration(duration) / 1000))}s`;
}
