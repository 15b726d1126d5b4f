import { protocolsInto } from '../graph/lookup.ts';
import { splitPair } from '../names/pair.ts';
import type { Path } from '../problem.ts';
import { parsePercentage } from '../quantity/parse.ts';
import type { ClientComponent, Component, DatabaseComponent, GatewayComponent } from '../schema/document.ts';
import { checkOperations } from './calls.ts';
import { keysOf, mustBeOneOf, mustExist, type ReferenceContext } from './context.ts';

/** Checks everything that a component refers to. */
export function checkComponentReferences(context: ReferenceContext, component: Component, path: Path): void {
  if (component.kind === 'gateway') checkRoutes(context, component, path);
  else if (component.kind === 'client') checkMix(context, component, path);
  else if (component.kind === 'database') checkTables(context, component, path);
  else if (component.kind === 'service' || component.kind === 'job') {
    if (component.image !== undefined && component.build !== undefined) {
      const fixes = [
        {
          title: 'Remove the image',
          edits: [{ type: 'set' as const, path: [...path, 'image'], value: undefined }],
        },
      ];
      context.report({
        code: 'reference/image-and-build',
        severity: 'error',
        path: [...path, 'build'],
        at: 'key',
        message: `a ${component.kind} is either an existing image or built from source, not both`,
        hint: 'remove image or build',
        fixes,
      });
    }
    checkOperations(context, component, path);
  }
}

function checkRoutes(context: ReferenceContext, gateway: GatewayComponent, path: Path): void {
  for (const [prefix, name] of Object.entries(gateway.routes ?? {})) {
    const at = [...path, 'routes', prefix];
    const target = mustExist(context, name, at);
    if (target !== undefined && !protocolsInto(target, context.vocabulary).includes('rest')) {
      context.report({
        code: 'reference/wrong-kind',
        severity: 'error',
        path: at,
        message: `"${name}" is a ${target.kind}; a route leads to a service`,
        expected: 'a service',
      });
    }
  }
}

/** Rounding that a sum of percentages may be off by. */
const SUM_TOLERANCE = 0.001;

function checkMix(context: ReferenceContext, client: ClientComponent, path: Path): void {
  const mix = client.workload?.mix;
  if (mix === undefined) return;
  const at = [...path, 'workload', 'mix'];
  let total = 0;
  for (const [key, share] of Object.entries(mix)) {
    total += parsePercentage(share);
    checkMixEntry(context, key, [...at, key]);
  }
  if (Object.keys(mix).length > 0 && Math.abs(total - 1) > SUM_TOLERANCE) {
    const sum = Number((total * 100).toFixed(3));
    context.report({
      code: 'reference/mix-sum',
      severity: 'warning',
      path: at,
      at: 'key',
      message: `the shares of the mix add up to ${sum}%, not 100%`,
      expected: 'shares that add up to 100%',
    });
  }
}

function checkMixEntry(context: ReferenceContext, key: string, path: Path): void {
  const [name, operation] = splitPair(key, '.');
  const target = mustExist(context, name, path, (other) => `${other}.${operation}`, 'key');
  if (target === undefined) return;
  if (target.kind !== 'service') {
    context.report({
      code: 'reference/wrong-kind',
      severity: 'error',
      path,
      at: 'key',
      message: `"${name}" is a ${target.kind}; clients ask for operations of services`,
      expected: 'a service and an operation',
    });
    return;
  }
  const operations = keysOf(target.operations);
  if (operations.length === 0) return;
  const message = `"${name}" has no operation "${operation}"`;
  mustBeOneOf(context, operation, operations, {
    code: 'reference/unknown-operation',
    kind: 'operation',
    message,
    path,
    at: 'key',
    replace: (other) => `${name}.${other}`,
  });
}

function checkTables(context: ReferenceContext, database: DatabaseComponent, path: Path): void {
  for (const [name, table] of Object.entries(database.tables ?? {})) {
    const at = [...path, 'tables', name];
    const columns = keysOf(table.columns);
    const message = `the table "${name}" has no column "${table.key}" to be its key`;
    mustBeOneOf(context, table.key, columns, {
      code: 'reference/unknown-column',
      kind: 'column',
      message,
      path: [...at, 'key'],
      replace: (other) => other,
    });
    table.rows?.forEach((row, index) => {
      for (const column of Object.keys(row)) {
        const missing = `the table "${name}" has no column "${column}"`;
        mustBeOneOf(context, column, columns, {
          code: 'reference/unknown-column',
          kind: 'column',
          message: missing,
          path: [...at, 'rows', index, column],
          at: 'key',
          replace: (other) => other,
        });
      }
    });
  }
}
