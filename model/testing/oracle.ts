import type { Edit, Value } from '../edit/edit.ts';

type Plain = { [key: string]: Plain } | Plain[] | string | number | boolean | null;

/** Equal parts of a text may be one object in its value; in the copy each is one of its own, to be changed alone. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

/**
 * What an edit does to a document's plain value, said a second time and in the simplest way: on a copy, by keys.
 *
 * @returns the value after the edit; `undefined` for edits that this does not speak of
 */
export function expectedValue(before: unknown, edit: Edit): unknown {
  const document = copyOf(before) as { [key: string]: Plain };
  switch (edit.type) {
    case 'set':
      return edit.value === undefined ? undefined : setAt(document, edit.path, clean(edit.value));
    case 'add-component':
      setAt(document, ['components', edit.name], clean(edit.component));
      return edit.position === undefined
        ? document
        : setAt(document, ['canvas', edit.name], { ...edit.position });
    case 'move':
      for (const [name, position] of Object.entries(edit.positions))
        setAt(document, ['canvas', name], { ...position });
      return document;
    case 'connect':
      document.connections = [...((document.connections ?? []) as Plain[]), { ...edit.connection } as Plain];
      return document;
    case 'disconnect': {
      const kept = (document.connections as { from?: string; to?: string }[]).filter(
        ({ from, to }) => from !== edit.from || to !== edit.to,
      );
      if (kept.length > 0) document.connections = kept as Plain;
      else delete document.connections;
      return document;
    }
    case 'rename-component':
      return renamed(document, edit.from, edit.to);
    default:
      return undefined;
  }
}

function setAt(document: Plain, path: readonly (string | number)[], value: Plain): Plain {
  let holder = document as { [key: string]: Plain };
  path.slice(0, -1).forEach((step, index) => {
    holder[step] ??= typeof path[index + 1] === 'number' ? [] : {};
    holder = holder[step] as { [key: string]: Plain };
  });
  holder[path.at(-1) ?? ''] = value;
  return document;
}

function clean(value: Value): Plain {
  return JSON.parse(JSON.stringify(value)) as Plain;
}

/** Renames by walking over everything: keys and texts that are the name, or start with it and a dot or a space. */
function renamed(document: { [key: string]: Plain }, from: string, to: string): Plain {
  const inText = (text: string) =>
    text === from
      ? to
      : text.replace(new RegExp(`^((?:\\d+(?:\\.\\d+)?%|\\d+x)? ?)${from}(?=[. ])`), `$1${to}`);
  const inCalls = (calls: Plain): Plain => {
    if (typeof calls === 'string') return inText(calls);
    if (Array.isArray(calls)) return calls.map(inCalls);
    return Object.fromEntries(
      Object.entries(calls as object).map(([key, inner]) => [
        key,
        key === 'key' ? (inner as Plain) : inCalls(inner as Plain),
      ]),
    );
  };
  // An entry that is left over under the new name gives way.
  const keys = (map: Plain | undefined, inner: (value: Plain) => Plain = (value) => value) => {
    const entries = Object.entries((map ?? {}) as { [key: string]: Plain }).map(
      ([key, value]) => [key, inText(key), inner(value)] as const,
    );
    const moved = new Set(entries.filter(([key, name]) => key !== name).map(([, name]) => name));
    return Object.fromEntries(
      entries.filter(([key]) => !moved.has(key)).map(([, name, value]) => [name, value]),
    );
  };
  const component = (value: Plain): Plain => {
    const copy = { ...(value as { [key: string]: Plain }) };
    if (copy.routes !== undefined)
      copy.routes = Object.fromEntries(
        Object.entries(copy.routes as object).map(([key, target]) => [key, inText(target as string)]),
      );
    if (copy.workload !== undefined)
      copy.workload = {
        ...(copy.workload as object),
        mix: keys((copy.workload as { mix: Plain }).mix),
      } as Plain;
    if (copy.operations !== undefined) {
      copy.operations = Object.fromEntries(
        Object.entries(copy.operations as { [key: string]: { [key: string]: Plain } }).map(
          ([key, operation]) => [
            key,
            {
              ...operation,
              ...(operation.consumes === undefined ? {} : { consumes: inText(operation.consumes as string) }),
              ...(operation.calls === undefined ? {} : { calls: inCalls(operation.calls) }),
            },
          ],
        ),
      );
    }
    return copy;
  };
  return {
    ...document,
    components: keys(document.components, component),
    ...(document.connections === undefined
      ? {}
      : {
          connections: (document.connections as { from: string; to: string }[]).map((one) => ({
            ...one,
            from: inText(one.from),
            to: inText(one.to),
          })),
        }),
    ...(document.layouts === undefined
      ? {}
      : {
          layouts: Object.fromEntries(
            Object.entries(document.layouts as object).map(([key, layout]) => [
              key,
              {
                ...(layout as object),
                units: Object.fromEntries(
                  Object.entries((layout as { units?: Record<string, string[]> }).units ?? {}).map(
                    ([unit, members]) => [unit, members.map(inText)],
                  ),
                ),
              },
            ]),
          ),
        }),
    ...(document.canvas === undefined ? {} : { canvas: keys(document.canvas) }),
  } as Plain;
}
