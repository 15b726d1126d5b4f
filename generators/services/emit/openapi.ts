import type { Facts } from '../program/facts.ts';
import type { Service } from '../system/names.ts';
import type { Operation } from '../system/operations.ts';
import { type Fields, fieldsOf, schemaOf } from '../system/shapes.ts';
import { outputFields } from './contract.ts';

const PARAMETER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const PROBLEM = { $ref: '#/components/responses/Problem' };

/** OpenAPI 3.1 document of a service's HTTP operations. */
export function openapiFile(service: Service, system: string, facts: Facts): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of service.operations) {
    const { http } = operation;
    if (http !== undefined)
      paths[http.path] = {
        ...paths[http.path],
        [http.method.toLowerCase()]: operationOf(operation, http, facts),
      };
  }
  const document = {
    openapi: '3.1.0',
    info: { title: `${system} ${service.name}`, version: '1.0.0', description: service.description },
    paths,
    components: {
      responses: {
        Problem: {
          description: 'What went wrong, as a problem document (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      schemas: {
        Problem: {
          type: 'object',
          required: ['title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
          },
        },
      },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function operationOf(operation: Operation, http: NonNullable<Operation['http']>, facts: Facts): object {
  const inPath = new Set([...http.path.matchAll(PARAMETER)].map((match) => match[1] ?? ''));
  const fields = fieldsOf(operation.input);
  const rest = new Map([...fields].filter(([name]) => !inPath.has(name)));
  const withBody = http.method !== 'GET' && http.method !== 'DELETE';
  const parameters = [
    ...parametersOf(new Map([...fields].filter(([name]) => inPath.has(name))), 'path'),
    ...(withBody ? [] : parametersOf(rest, 'query')),
  ];
  return {
    operationId: operation.method,
    summary: operation.description,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(withBody && rest.size > 0
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(rest) } } } }
      : {}),
    responses: { ...answerOf(operation, facts), '4XX': PROBLEM, '5XX': PROBLEM },
  };
}

function parametersOf(fields: Fields, place: 'path' | 'query'): object[] {
  const { properties } = schemaOf(fields) as { properties: Record<string, object> };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: true, schema }));
}

function answerOf(operation: Operation, facts: Facts): Record<string, object> {
  const output = outputFields(operation, facts);
  if (output === undefined) return { '204': { description: 'Done.' } };
  const schema = schemaOf(output.fields);
  const content = { 'application/json': { schema: output.list ? { type: 'array', items: schema } : schema } };
  return { '200': { description: output.list ? 'What was found.' : 'The answer.', content } };
}
