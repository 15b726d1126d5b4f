import { messageOf } from '../errors.ts';

const ANSWER_MS = 5_000;

interface RegistryRequest {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: object;
  readonly signal: AbortSignal;
  /** How long the answer may take. */
  readonly timeoutMs?: number;
}

/**
 * Asks a registry.
 *
 * @returns its answer, whatever the status
 * @throws Error with the reason where it does not answer
 */
export async function askRegistry(
  url: string,
  { method = 'GET', body, signal, timeoutMs = ANSWER_MS }: RegistryRequest,
): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    throw new Error(`The registry does not answer: ${messageOf(cause ?? error)}`, { cause: error });
  }
}

/** @throws Error where the registry did not do what it was asked for */
export async function expectDone(response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok) throw new Error(`The registry answered ${response.status}: ${text.slice(0, 200)}`);
}
