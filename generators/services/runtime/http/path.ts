import type { HttpMethod, JsonSchema, OperationContract } from '../contract.ts';

const PARAMETER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const WITHOUT_BODY: readonly HttpMethod[] = ['GET', 'DELETE'];

/** @returns names of the fields that stand in a path such as `/orders/{orderId}` */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map((match) => match[1] ?? '');
}

/** Whether the input's fields outside the path travel in the query rather than in a body. */
export function usesQuery(method: HttpMethod): boolean {
  return WITHOUT_BODY.includes(method);
}

/** Address of a request: fields of the input in the path, and in the query where there is no body. */
export function addressOf(
  base: string,
  http: { method: HttpMethod; path: string },
  input: Readonly<Record<string, unknown>>,
): URL {
  const path = http.path.replace(PARAMETER, (_, field: string) => encodeURIComponent(String(input[field])));
  const address = new URL(`${base.replace(/\/$/, '')}${path}`);
  if (!usesQuery(http.method)) return address;
  for (const [field, value] of Object.entries(bodyOf(http.path, input))) {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== undefined && item !== null) address.searchParams.append(field, String(item));
  }
  return address;
}

/** The input without the fields that stand in the path. */
export function bodyOf(path: string, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parameters = new Set(parametersOf(path));
  return Object.fromEntries(Object.entries(input).filter(([field]) => !parameters.has(field)));
}

/** The input's schema, parted by where the fields travel. */
export function partsOf(operation: OperationContract): { params?: JsonSchema; rest?: JsonSchema } {
  const parameters = new Set(parametersOf(operation.http?.path ?? ''));
  const pick = (wanted: boolean): JsonSchema | undefined => {
    const entries = Object.entries(operation.input.properties ?? {}).filter(
      ([field]) => parameters.has(field) === wanted,
    );
    const required = (operation.input.required ?? []).filter((field) => parameters.has(field) === wanted);
    return entries.length === 0
      ? undefined
      : { type: 'object', properties: Object.fromEntries(entries), required };
  };
  const params = pick(true);
  const rest = pick(false);
  return { ...(params === undefined ? {} : { params }), ...(rest === undefined ? {} : { rest }) };
}
