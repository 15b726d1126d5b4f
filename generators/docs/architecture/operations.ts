import { type ArchDocument, callsOf, isBroker, type Operation, operationsOf } from '#model';
import { sortedEntries } from '../../text/names.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { code, NOTHING, shapeText } from './words.ts';

/** What every service and job does: how it is asked, what it takes and gives, whom it calls. */
export function operationsSection(document: ArchDocument): string[] {
  const services = sortedEntries(document.components).flatMap(([name, component]) => {
    const operations = sortedEntries(operationsOf(component));
    if (operations.length === 0) return [];
    const rows = operations.map(([operation, spec]) => [
      code(operation),
      entranceOf(spec),
      shapeText(spec.input),
      shapeText(spec.output),
      callsText(spec, document),
      markdownText(spec.description ?? NOTHING),
    ]);
    const head = ['Operation', 'Asked by', 'Takes', 'Gives', 'Calls', 'What it does'];
    return [`### ${name}`, markdownTable(head, rows)];
  });
  return services.length === 0 ? [] : ['## Operations', ...services];
}

function entranceOf({ http, consumes }: Operation): string {
  return [http, consumes]
    .filter((way) => way !== undefined)
    .map(code)
    .join(', ');
}

function callsText(operation: Operation, { components }: ArchDocument): string {
  const calls = callsOf(operation).map(({ target, verb, object }) =>
    object === undefined || (!isBroker(components[target]) && components[target]?.kind === 'service')
      ? `${target}.${verb}`
      : `${target}.${verb} ${object}`,
  );
  return [...new Set(calls)].map(code).join(', ');
}
