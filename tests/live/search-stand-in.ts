import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Doc {
  source: Record<string, unknown>;
  seq: number;
}

interface Request {
  method: string;
  parts: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
  lines: Record<string, unknown>[];
}

/** An error as the server answers it. */
class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  constructor(status: number, type: string) {
    super(type);
    this.status = status;
    this.type = type;
  }
}

/**
 * Answers the few requests of Elasticsearch's REST interface that generated services send, in memory: documents with
 * sequence numbers, filters by terms, the one script that changes a number. It proves what the client side does with
 * the answers, not what the server does.
 */
export async function startSearchStandIn(): Promise<{ port: number; wipe(): void; stop(): Promise<void> }> {
  const store = new SearchStore();
  const server = createServer(async (incoming, response) => {
    response.setHeader('x-elastic-product', 'Elasticsearch');
    response.setHeader('content-type', 'application/vnd.elasticsearch+json;compatible-with=9');
    try {
      response.end(JSON.stringify(store.answer(await read(incoming))));
    } catch (error) {
      const { status, type } = error instanceof Refusal ? error : new Refusal(500, String(error));
      response.statusCode = status;
      response.end(JSON.stringify({ status, error: { type, reason: type } }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    wipe: () => store.wipe(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const url = new URL(incoming.url ?? '/', 'http://search.test');
  let text = '';
  for await (const chunk of incoming) text += chunk;
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return {
    method: incoming.method ?? 'GET',
    parts: url.pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: url.searchParams,
    body: lines[0] ?? {},
    lines,
  };
}

class SearchStore {
  readonly #indices = new Map<string, Map<string, Doc>>();
  #seq = 0;

  wipe(): void {
    this.#indices.clear();
  }

  answer(request: Request): unknown {
    const { method, parts, body } = request;
    const [index, action, id] = parts;
    if (index === undefined) return { version: { number: '9.2.0' }, tagline: 'You Know, for Search' };
    if (index === '_bulk') return this.#bulk(request.lines);
    if (action === undefined) return this.#create(index);
    if (action === '_mapping' || action === '_refresh') return { acknowledged: true };
    if (action === '_count') return { count: this.#of(index).size };
    if (action === '_search') return this.#search(index, body);
    if (action === '_update_by_query') return this.#updateByQuery(index, body);
    if (id === undefined) throw new Refusal(405, 'method_not_allowed');
    if (action === '_create') return this.#put(index, id, body, request.query, true);
    if (action === '_update') return this.#update(index, id, body);
    if (method === 'GET') return this.#get(index, id);
    if (method === 'DELETE') return this.#delete(index, id, request.query);
    return this.#put(index, id, body, request.query, false);
  }

  #create(index: string) {
    if (this.#indices.has(index)) throw new Refusal(400, 'resource_already_exists_exception');
    this.#indices.set(index, new Map());
    return { acknowledged: true };
  }

  #of(index: string): Map<string, Doc> {
    const documents = this.#indices.get(index) ?? new Map<string, Doc>();
    this.#indices.set(index, documents);
    return documents;
  }

  #get(index: string, id: string) {
    const doc = this.#of(index).get(id);
    if (doc === undefined) throw new Refusal(404, 'not_found');
    return { _index: index, _id: id, found: true, _seq_no: doc.seq, _primary_term: 1, _source: doc.source };
  }

  #put(index: string, id: string, source: Record<string, unknown>, query: URLSearchParams, fresh: boolean) {
    const before = this.#of(index).get(id);
    if (fresh && before !== undefined) throw new Refusal(409, 'version_conflict_engine_exception');
    this.#check(before, query);
    this.#seq += 1;
    this.#of(index).set(id, { source, seq: this.#seq });
    return { _index: index, _id: id, result: before === undefined ? 'created' : 'updated' };
  }

  #delete(index: string, id: string, query: URLSearchParams) {
    const before = this.#of(index).get(id);
    if (before === undefined) throw new Refusal(404, 'not_found');
    this.#check(before, query);
    this.#of(index).delete(id);
    return { _index: index, _id: id, result: 'deleted' };
  }

  #check(before: Doc | undefined, query: URLSearchParams): void {
    const seen = query.get('if_seq_no');
    if (seen !== null && Number(seen) !== before?.seq)
      throw new Refusal(409, 'version_conflict_engine_exception');
  }

  #update(index: string, id: string, body: Record<string, unknown>) {
    const before = this.#of(index).get(id);
    const upsert = body.upsert as Record<string, unknown> | undefined;
    if (before === undefined && upsert === undefined) throw new Refusal(404, 'document_missing_exception');
    const source = before === undefined ? upsert : changed(before.source, body);
    if (source !== undefined) this.#put(index, id, source, new URLSearchParams(), false);
    const now = source ?? before?.source;
    return {
      _index: index,
      _id: id,
      result: source === undefined ? 'noop' : 'updated',
      get: { _source: now },
    };
  }

  #updateByQuery(index: string, body: Record<string, unknown>) {
    const { params } = body.script as { params: { field: string; value: unknown } };
    for (const { source } of this.#of(index).values()) source[params.field] ??= params.value;
    return { updated: 0 };
  }

  #search(index: string, body: Record<string, unknown>) {
    const { filter } = (body.query as { bool: { filter: Condition[] } }).bool;
    const [sort = {}] = body.sort as Record<string, string>[];
    const [by = ''] = Object.keys(sort);
    const found = [...this.#of(index).values()]
      .filter(({ source }) => filter.every((condition) => holds(condition, source)))
      .toSorted((a, b) => (String(a.source[by]) < String(b.source[by]) ? -1 : 1))
      .slice(0, Number(body.size));
    return { hits: { hits: found.map(({ source }) => ({ _source: source })) } };
  }

  #bulk(lines: readonly Record<string, unknown>[]) {
    for (let at = 0; at < lines.length; at += 2) {
      const { _index = '', _id = '' } = (lines[at]?.create ?? {}) as { _index?: string; _id?: string };
      this.#put(_index, _id, lines[at + 1] ?? {}, new URLSearchParams(), true);
    }
    return { errors: false, items: [] };
  }
}

type Condition =
  | { term: Record<string, { value: unknown }> }
  | { bool: { must_not: { exists: { field: string } } } };

function holds(condition: Condition, source: Record<string, unknown>): boolean {
  if ('bool' in condition) return (source[condition.bool.must_not.exists.field] ?? null) === null;
  return Object.entries(condition.term).every(([field, { value }]) => source[field] === value);
}

/** @returns the changed document; `undefined` where a script has left it as it was */
function changed(source: Record<string, unknown>, body: Record<string, unknown>) {
  if (body.doc !== undefined) return { ...source, ...(body.doc as object) };
  const { params = { field: 'stock', amount: 1 } } = body.script as {
    params?: { field: string; amount: number };
  };
  const sum = Number(source[params.field]) + params.amount;
  return sum < 0 && params.amount < 0 ? undefined : { ...source, [params.field]: sum };
}
