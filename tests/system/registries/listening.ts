import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Reply {
  status: number;
  text?: string;
  headers?: Readonly<Record<string, string>>;
}

/** What a server that stands in for another answers, at once or later. */
export type Answer = (request: Asked) => Reply | Promise<Reply>;

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
}

/** An HTTP server on a port of this machine that can go away and come back there. */
export class Listening {
  readonly #answer: Answer;
  #server: Server | undefined;
  #port = 0;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async up(): Promise<void> {
    const server = createServer((request, response) => {
      void this.#handle(request, response);
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = server.address();
    this.#port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry');
    const body = await readBody(request);
    const asked = { method: request.method ?? '', path: pathname, query: searchParams, body };
    const { status, text = '', headers } = await this.#answer(asked);
    response.writeHead(status, headers).end(text);
  }

  /** Breaks every connection. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text === '' ? undefined : JSON.parse(text);
}
