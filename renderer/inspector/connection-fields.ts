import { catalog } from '#catalog';
import { type Connection, connection, type GraphEdge, protocolsInto } from '#model';
import { documentStore } from '../state/document.ts';
import { type Field, fieldsOf } from './form/field.ts';

/** Fields of a connection's settings: who it connects is shown above them, and its protocols are those of its target. */
export function connectionFields(edge: GraphEdge): Field[] {
  const target = documentStore.getState().parsed.document.components[edge.to];
  const protocols = target ? protocolsInto(target, catalog.vocabulary) : [];
  return fieldsOf(connection).flatMap((field) => {
    const key = field.path[0] as keyof Connection;
    if (key === 'from' || key === 'to') return [];
    if (key !== 'protocol') return [field];
    return protocols.length > 1 ? [{ ...field, options: protocols, default: protocols[0] }] : [];
  });
}
