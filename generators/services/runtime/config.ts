const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MAX_PORT = 65_535;
const COLLECTOR = /^tcp:\/\/[^\s/:?#]+:\d{1,5}$/;

/** Settings that every unit has. */
export interface BaseConfig {
  readonly port: number;
  /** Where gRPC is answered, in units that are spoken to in it. */
  readonly grpcPort: number;
  readonly host: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where log lines are sent beside standard output, as `tcp://HOST:PORT`. */
  readonly logShipUrl?: string;
}

export type Config<Name extends string> = BaseConfig & { readonly urls: Readonly<Record<Name, string>> };

/** The environment is not usable. Lists every problem, so that one look mends all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The environment has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n- ${problems.join('\n- ')}`,
    );
    this.problems = problems;
  }
}

/**
 * Reads and checks the settings before anything starts.
 *
 * @param environment usually `process.env`: PORT (8080), GRPC_PORT (50051), HOST (0.0.0.0), LOG_LEVEL (info), LOG_SHIP_URL and the
 *   `urls`
 * @param urls names of variables that hold addresses, each with its default; `undefined`: must be set
 * @throws ConfigError with all problems at once; values are not repeated, as they may hold passwords
 */
export function loadConfig<Name extends string>(
  environment: Readonly<Record<string, string | undefined>>,
  urls: Readonly<Record<Name, string | undefined>>,
): Config<Name> {
  const problems: string[] = [];
  const portFrom = (name: string, fallback: string) => {
    const port = Number(environment[name] ?? fallback);
    if (!Number.isInteger(port) || port < 0 || port > MAX_PORT)
      problems.push(`${name} must be a whole number from 0 to ${MAX_PORT}`);
    return port;
  };
  const port = portFrom('PORT', '8080');
  const grpcPort = portFrom('GRPC_PORT', '50051');
  const logLevel = LOG_LEVELS.find((level) => level === (environment.LOG_LEVEL ?? 'info'));
  if (logLevel === undefined) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const logShipUrl = environment.LOG_SHIP_URL || undefined;
  if (logShipUrl !== undefined && !COLLECTOR.test(logShipUrl))
    problems.push('LOG_SHIP_URL must be an address such as tcp://logs-filebeat:5170');
  const found: [string, string][] = [];
  for (const [name, fallback] of Object.entries<string | undefined>(urls)) {
    const value = environment[name] || fallback;
    if (value === undefined) problems.push(`${name} must be set to an address`);
    else if (!URL.canParse(value)) problems.push(`${name} is no valid address`);
    else found.push([name, value]);
  }
  if (problems.length > 0 || logLevel === undefined) throw new ConfigError(problems);
  // Every name of `urls` was found, or the line above has thrown.
  const complete = Object.fromEntries(found) as Record<Name, string>;
  const shipping = logShipUrl === undefined ? {} : { logShipUrl };
  return { port, grpcPort, host: environment.HOST ?? '0.0.0.0', logLevel, ...shipping, urls: complete };
}
