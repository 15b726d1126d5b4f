import type { Shape } from '#model';
import { partsOf } from '../services/system/shapes.ts';
import type { Request, Workload } from './workload.ts';

/** Where real ids of one name come from. */
export interface IdSource {
  field: string;
  request: Request;
}

/**
 * Which requests give the ids that others need: those whose output holds it and whose input does not. They are in such an order that each can use the ids of those before it.
 */
export function idSources({ arrivals, known }: Workload): IdSource[] {
  const wanted = new Set(arrivals.map(({ request }) => request.key));
  const sources = new Map<string, IdSource>();
  const visit = (request: Request, path: readonly string[]): void => {
    for (const field of idsIn(request.operation.input)) {
      if (sources.has(field) || path.includes(field)) continue;
      const source = known
        .filter((one) => gives(one, field))
        .sort((a, b) => rank(a, wanted) - rank(b, wanted))[0];
      if (source === undefined) continue;
      visit(source, [...path, field]);
      if (!sources.has(field)) sources.set(field, { field, request: source });
    }
  };
  for (const { request } of arrivals) visit(request, []);
  return [...sources.values()];
}

/** Reading without knowing anything comes first, then what the clients do anyway. */
function rank({ key, operation }: Request, wanted: ReadonlySet<string>): number {
  if (operation.http.method === 'GET' && Object.keys(operation.input).length === 0) return 0;
  return wanted.has(key) ? 1 : 2;
}

/** What reads by one id only tells what else is known of it; what lists or makes gives new ones. */
function gives({ operation: { http, input, output } }: Request, field: string): boolean {
  const shape = Array.isArray(output) ? output[0] : output;
  const needed = idsIn(input);
  return shape?.[field] === 'id' && !needed.has(field) && (http.method !== 'GET' || needed.size === 0);
}

/** Names of all ids in a shape, however deep. */
export function idsIn(shape: Shape): Set<string> {
  const names = new Set<string>();
  for (const [name, type] of Object.entries(shape)) {
    const { of } = partsOf(type);
    if (of === 'id') names.add(name);
    else if (typeof of !== 'string') for (const inner of idsIn(of)) names.add(inner);
  }
  return names;
}
