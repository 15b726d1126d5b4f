import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { ArchDocument } from '#model';
import { filesOf } from '../../testing/documents.ts';
import type { Asked } from './k6.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  schema: object;
}
interface OpenApi {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: Parameter[];
        requestBody?: { content: { 'application/json': { schema: object } } };
        responses: Record<string, { content?: { 'application/json': { schema: object } } }>;
      }
    >
  >;
}

/** The OpenAPI documents that are generated with a script, as judges of its requests. */
export class Contracts {
  readonly #documents: OpenApi[];
  readonly #ajv = addFormats.default(new Ajv({ strict: false, coerceTypes: true }));
  readonly #compiled = new Map<object, ValidateFunction>();

  constructor(document: ArchDocument) {
    this.#documents = [...filesOf(document, ['services'])]
      .filter(([path]) => path.startsWith('services/contracts/openapi/'))
      .map(([, { content }]) => JSON.parse(content) as OpenApi);
  }

  /** What the contracts have against a request; nothing where all is well. */
  problemsOf({ method, url, body }: Asked): string[] {
    const { pathname, searchParams } = new URL(url);
    const found = this.#find(method, pathname);
    if (found === undefined) return [`${method} ${pathname} is in no contract`];
    const { operation, inPath } = found;
    const parameters = (operation.parameters ?? []).flatMap((parameter) => {
      const value = parameter.in === 'path' ? inPath[parameter.name] : searchParams.get(parameter.name);
      return value === null || value === undefined
        ? [`${parameter.name} is missing`]
        : this.#against(parameter.schema, { value });
    });
    const unknown = [...searchParams.keys()].filter(
      (name) => !(operation.parameters ?? []).some((one) => one.name === name),
    );
    const schema = operation.requestBody?.content['application/json'].schema;
    const inBody =
      schema === undefined
        ? body === undefined
          ? []
          : ['a body is not expected']
        : this.#against(schema, { value: body });
    return [...parameters, ...unknown.map((name) => `${name} is unknown`), ...inBody];
  }

  /** Schema of the answer to a request; `undefined` where there is none. */
  answerTo({ method, url }: Asked): { status: number; schema?: object } {
    const responses = this.#find(method, new URL(url).pathname)?.operation.responses ?? {};
    const schema = responses['200']?.content?.['application/json'].schema;
    return schema === undefined ? { status: 204 } : { status: 200, schema };
  }

  #find(method: string, pathname: string) {
    for (const { paths } of this.#documents) {
      // Fixed paths come before those with parameters, as in every router.
      const candidates = Object.entries(paths).sort(([a], [b]) => a.split('{').length - b.split('{').length);
      for (const [template, operations] of candidates) {
        const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
        const pattern = template
          .split(/\{\w+\}/)
          .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
          .join('([^/]+)');
        const match = new RegExp(`^${pattern}$`).exec(pathname);
        const operation = operations[method.toLowerCase()];
        if (match === null || operation === undefined) continue;
        const inPath = Object.fromEntries(
          names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
        );
        return { operation, inPath };
      }
    }
    return undefined;
  }

  #against(schema: object, value: { value: unknown }): string[] {
    let validate = this.#compiled.get(schema);
    if (validate === undefined) {
      validate = this.#ajv.compile({ type: 'object', properties: { value: schema }, required: ['value'] });
      this.#compiled.set(schema, validate);
    }
    return validate(value) ? [] : [this.#ajv.errorsText(validate.errors)];
  }
}
