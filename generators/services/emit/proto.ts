import type { Facts } from '../program/facts.ts';
import { protoFields } from '../runtime/grpc/fields.ts';
import type { Service } from '../system/names.ts';
import { type Field, type Fields, fieldsOf, partsOf } from '../system/shapes.ts';
import { commentText, fileText, indent } from '../text/code.ts';
import { camelCase, pascalCase } from '../text/identifiers.ts';
import { outputFields } from './contract.ts';
import { protoPackage } from './proto-names.ts';

/** 64 bits, as integers are in the databases; texts where JSON has texts. */
const TYPES = {
  id: 'string',
  string: 'string',
  integer: 'int64',
  number: 'double',
  boolean: 'bool',
  timestamp: 'string',
} as const;

/** The contract of a service for gRPC. Names and numbers of fields follow the rule of `protoFields`. */
export function protoFile(service: Service, facts: Facts): string {
  const operations = service.operations.filter(({ http }) => http !== undefined);
  const scope = protoPackage(service, facts.system.document.name);
  // Within the service, a method's name hides a message of the same name: that one is named in full.
  const methods = new Set(operations.map(({ type }) => type));
  const named = (message: string) => (methods.has(message) ? `.${scope}.${message}` : message);
  return fileText([
    '// Written by Archwright from the document: change it there.',
    '//',
    '// Timestamps are texts (RFC 3339), as in JSON. An optional field that is absent is null in JSON. A number follows',
    "// from its field's name alone, so that it stays when other fields come, go or change places.",
    'syntax = "proto3";',
    '',
    `package ${scope};`,
    '',
    ...comment(`What ${service.name} offers.`, service.description),
    `service ${service.type}Service {`,
    ...operations.flatMap(({ type, description }) => [
      ...comment(description).map((line) => indent(line)),
      `  rpc ${type}(${named(`${type}Request`)}) returns (${named(`${type}Response`)});`,
    ]),
    '}',
    ...operations.flatMap((operation) => {
      const output = outputFields(operation, facts);
      return [
        '',
        ...messageOf(`${operation.type}Request`, fieldsOf(operation.input)),
        '',
        ...(output?.list
          ? listMessage(`${operation.type}Response`, output.fields)
          : messageOf(`${operation.type}Response`, output?.fields ?? new Map())),
      ];
    }),
  ]);
}

function messageOf(name: string, fields: Fields): string[] {
  if (fields.size === 0) return [`message ${name} {}`];
  const named = protoFields([...fields.keys()]);
  const taken = new Set([...named.values()].map((field) => field.name));
  const lines = [...fields].flatMap(([key, field]) => {
    const { name: own = key, number = 0 } = named.get(key) ?? {};
    const { type, nested } = typeOf(key, field, taken);
    const option = camelCase(own) === key ? '' : ` [json_name = "${key}"]`;
    return [...nested, `${type} ${own} = ${number}${option};`];
  });
  return [`message ${name} {`, ...lines.map((line) => indent(line)), '}'];
}

/** A message that stands for a list: only messages travel on their own. */
function listMessage(name: string, fields: Fields): string[] {
  return [
    `message ${name} {`,
    ...messageOf('Item', fields).map((line) => indent(line)),
    '  repeated Item items = 1;',
    '}',
  ];
}

/** A field's type as it stands before its name, and messages that it takes. */
function typeOf(
  key: string,
  { type, nullable }: Field,
  taken: Set<string>,
): { type: string; nested: string[] } {
  const { of, list } = partsOf(type);
  const nested: string[] = [];
  let single: string;
  if (typeof of === 'string') single = TYPES[of];
  else {
    single = free(messageName(key), taken);
    nested.push(...messageOf(single, fieldsOf(of)));
  }
  if (!list) return { type: nullable ? `optional ${single}` : single, nested };
  if (!nullable) return { type: `repeated ${single}`, nested };
  // A list that is absent is told from an empty one by the message that holds it.
  const holder = free(`${messageName(key)}List`, taken);
  return {
    type: `optional ${holder}`,
    nested: [...nested, `message ${holder} {`, `  repeated ${single} items = 1;`, '}'],
  };
}

/** `lineItems` as `LineItems`; a message's name begins with a letter. */
function messageName(key: string): string {
  return pascalCase(pascalCase(key).replace(/^[^A-Za-z]+/, '')) || 'Fields';
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted;
  while (taken.has(name)) name = `${name}Value`;
  taken.add(name);
  return name;
}

function comment(...texts: (string | undefined)[]): string[] {
  const text = commentText(texts.filter((part) => part !== undefined).join(' '));
  return text === '' ? [] : [`// ${text}`];
}
