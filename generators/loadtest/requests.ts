import type { FieldType } from '#model';
import { commentText, member, quote } from '../services/text/code.ts';
import { exampleObject, exampleOf } from './examples.ts';
import type { Request } from './workload.ts';

const PARAMETER = /\{([A-Za-z_][A-Za-z0-9_]*)\}/;

/** Code of the function that makes one request, as the contract of its service wants it. */
export function requestFunction(id: string, { key, operation, entrance }: Request): string[] {
  const { http, input, description } = operation;
  const inPath = new Set(http.path.split(PARAMETER).filter((_, index) => index % 2 === 1));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)));
  const withBody = http.method !== 'GET' && http.method !== 'DELETE' && Object.keys(rest).length > 0;
  const query =
    withBody || http.method === 'POST' || http.method === 'PUT' || http.method === 'PATCH' ? {} : rest;
  const address = `\`\${${member('ENTRANCES', entrance)}}${pathCode(http.path, input)}${queryCode(query)}\``;
  const about = [`${http.method} ${http.path}`, ...(description === undefined ? [] : [description])];
  return [
    `/** ${about.map(commentText).join(': ')} @param {Ids} ids */`,
    `export function ${id}(ids) {`,
    `  return request(${[quote(key), quote(http.method), address, ...(withBody ? [exampleObject(rest)] : [])].join(', ')});`,
    '}',
    '',
  ];
}

/** A path as part of a template literal. Its charset is that of paths; only its parameters are code. */
function pathCode(path: string, input: Readonly<Record<string, FieldType>>): string {
  return path
    .split(PARAMETER)
    .map((part, index) => (index % 2 === 0 ? templateText(part) : placeholder(part, input[part] ?? 'id')))
    .join('');
}

function queryCode(query: Readonly<Record<string, FieldType>>): string {
  const parts = Object.entries(query).map(
    ([name, type]) => `${templateText(encodeURIComponent(name))}=${placeholder(name, type)}`,
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

function placeholder(name: string, type: FieldType): string {
  return `\${encodeURIComponent(${exampleOf(name, type)})}`;
}

function templateText(text: string): string {
  return text.replace(/[`\\]|\$(?=\{)/g, (mark) => `\\${mark}`);
}
