import type { JsonSchema } from '../contract.ts';
import { protoFields } from './fields.ts';

/** Turns values of a contract into messages of its `.proto` file and back. */
export interface Codec {
  encode(value: unknown): unknown;
  decode(message: unknown): unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Single field of the message that stands for a list, as messages are the only thing that travels on its own. */
const ITEMS = 'items';
const same: Codec = { encode: (value) => value, decode: (message) => message };

/**
 * Makes the codec of what an operation takes or gives. A list becomes a message with the list in `items`, nothing an
 * empty message, `null` a field that is absent.
 */
export function codecOf(schema: JsonSchema | undefined): Codec {
  if (schema === undefined) return { encode: () => ({}), decode: () => undefined };
  return typesOf(schema).includes('array') ? wrapped(fieldCodec(schema)) : messageCodec(schema);
}

function fieldCodec(schema: JsonSchema): Codec {
  const types = typesOf(schema);
  if (types.includes('array')) {
    const item = fieldCodec(schema.items ?? {});
    const list: Codec = {
      encode: (value) => asList(value).map((one) => item.encode(one)),
      decode: (message) => asList(message).map((one) => item.decode(one)),
    };
    // A list that is empty and a list that is absent are the same in protobuf, unless a message holds it.
    return types.includes('null') ? wrapped(list) : list;
  }
  return types.includes('object') ? messageCodec(schema) : same;
}

function messageCodec({ properties = {} }: JsonSchema): Codec {
  const names = protoFields(Object.keys(properties));
  const fields = Object.entries(properties).map(([name, schema]) => ({
    name,
    proto: names.get(name)?.name ?? name,
    nullable: typesOf(schema).includes('null'),
    codec: fieldCodec(schema),
  }));
  return {
    encode: (value) =>
      Object.fromEntries(
        fields.flatMap(({ name, proto, codec }) => {
          const field = asFields(value)[name];
          return field === undefined || field === null ? [] : [[proto, codec.encode(field)]];
        }),
      ),
    decode: (message) =>
      Object.fromEntries(
        fields.flatMap(({ name, proto, nullable, codec }) => {
          const field = asFields(message)[proto];
          if (field !== undefined && field !== null) return [[name, codec.decode(field)]];
          return nullable ? [[name, null]] : [];
        }),
      ),
  };
}

function wrapped(list: Codec): Codec {
  return {
    encode: (value) => ({ [ITEMS]: list.encode(value) }),
    decode: (message) => list.decode(asFields(message)[ITEMS]),
  };
}

function typesOf({ type = [] }: JsonSchema): readonly string[] {
  return typeof type === 'string' ? [type] : type;
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
