import { connectable } from '../graph/can-connect.ts';
import type { Connection } from '../schema/document.ts';
import { mustBeOneOf, mustExist, type ReferenceContext, removeAt } from './context.ts';

/** Checks connections: both ends exist, may be connected, and once. `indices` are their places in the text. */
export function checkConnections(context: ReferenceContext, indices: readonly number[]): void {
  const seen = new Set<string>();
  context.document.connections.forEach((connection, position) => {
    const path = ['connections', indices[position] ?? position];
    checkConnection(context, connection, path);
    const pair = `${connection.from}>${connection.to}>${connection.protocol ?? ''}`;
    if (seen.has(pair)) {
      const message = `${connection.from} is already connected to ${connection.to}`;
      context.report({
        code: 'reference/duplicate-connection',
        severity: 'warning',
        path,
        message,
        hint: 'remove one of the two',
        fixes: [removeAt(path, 'Remove this connection')],
      });
    }
    seen.add(pair);
  });
}

function checkConnection(
  context: ReferenceContext,
  connection: Connection,
  path: readonly (string | number)[],
): void {
  const { from, to, protocol } = connection;
  const source = mustExist(context, from, [...path, 'from']);
  const target = mustExist(context, to, [...path, 'to']);
  if (source === undefined || target === undefined) return;
  const verdict =
    from === to
      ? { ok: false as const, reason: 'a component cannot be connected to itself' }
      : connectable(source, target, context.vocabulary);
  if (!verdict.ok) {
    const fixes = [removeAt(path, 'Remove this connection')];
    context.report({
      code: 'reference/connection',
      severity: 'error',
      path,
      message: `${from} cannot be connected to ${to}: ${verdict.reason}`,
      fixes,
    });
  } else if (protocol !== undefined) {
    const message = `${from} and ${to} cannot talk in "${protocol}"`;
    mustBeOneOf(context, protocol, verdict.protocols, {
      code: 'reference/protocol',
      kind: 'protocol',
      message,
      path: [...path, 'protocol'],
      replace: (other) => other,
    });
  }
}

/** Checks layouts: units pack services that exist, each once, under names that are free. */
export function checkLayouts(context: ReferenceContext): void {
  for (const [name, layout] of Object.entries(context.document.layouts)) {
    const path = ['layouts', name];
    const packed = new Map<string, string>();
    for (const [unit, members] of Object.entries(layout?.units ?? {})) {
      members.forEach((member, index) => {
        checkMember(context, member, unit, packed, [...path, 'units', unit, index]);
      });
      checkUnitName(context, unit, members, [...path, 'units', unit]);
    }
    layout?.omit?.forEach((omitted, index) => {
      const at = [...path, 'omit', index];
      mustExist(context, omitted, at);
      const unit = packed.get(omitted);
      if (unit !== undefined)
        context.report({
          code: 'reference/omitted',
          severity: 'error',
          path: at,
          message: `"${omitted}" is left out and packed into "${unit}" at once`,
          fixes: [removeAt(at, 'Do not leave it out')],
        });
    });
  }
}

function checkMember(
  context: ReferenceContext,
  member: string,
  unit: string,
  packed: Map<string, string>,
  path: readonly (string | number)[],
): void {
  const component = mustExist(context, member, path);
  const other = packed.get(member);
  if (other !== undefined) {
    const message =
      other === unit
        ? `"${member}" is packed into "${unit}" twice`
        : `"${member}" is already packed into "${other}"`;
    context.report({
      code: 'reference/packed-twice',
      severity: 'error',
      path,
      message,
      hint: 'a component is part of one unit',
      fixes: [removeAt(path, `Take it out of "${unit}"`)],
    });
  } else packed.set(member, unit);
  if (component !== undefined && component.kind !== 'service') {
    const message = `"${member}" is a ${component.kind}; a unit packs services`;
    context.report({
      code: 'reference/wrong-kind',
      severity: 'error',
      path,
      message,
      expected: 'a service',
      fixes: [removeAt(path, `Take it out of "${unit}"`)],
    });
  }
}

/** A unit is deployed under its name, which another component may not have. */
function checkUnitName(
  context: ReferenceContext,
  unit: string,
  members: readonly string[],
  path: readonly (string | number)[],
): void {
  if (members.includes(unit) || context.find(unit) === undefined) return;
  const message = `the unit "${unit}" has the name of a component that it does not pack`;
  context.report({
    code: 'reference/unit-name',
    severity: 'error',
    path,
    at: 'key',
    message,
    expected: 'a name of its own, or that of a service in it',
  });
}

/** Checks positions: each is some component's. */
export function checkCanvas(context: ReferenceContext): void {
  for (const name of Object.keys(context.document.canvas)) {
    if (context.find(name) !== undefined || context.names.has(name)) continue;
    const path = ['canvas', name];
    context.report({
      code: 'reference/stale-position',
      severity: 'warning',
      path,
      at: 'key',
      message: `there is no component "${name}", so its position means nothing`,
      hint: 'remove it',
      fixes: [removeAt(path, 'Remove the position')],
    });
  }
}
