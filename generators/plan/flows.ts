import { type ArchDocument, edgesOf, type GraphEdge, isBroker, type Vocabulary } from '#model';
import { byText } from '../text/names.ts';

/** Who opens connections to whom: the drawing's arrows, turned to where the connection comes from. */
export interface Flow {
  from: string;
  to: string;
  protocol: string;
}

/** Flows of a document, of each component those it opens, and the protocols in which it is spoken to. Sorted, so that the drawing's order does not matter. */
export function flowsOf(document: ArchDocument, vocabulary: Vocabulary) {
  const flows = edgesOf(document, vocabulary)
    .map((edge) => toFlow(edge, document))
    .sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to) || byText(a.protocol, b.protocol));
  const opened = new Map<string, Flow[]>();
  const entered = new Map<string, string[]>();
  for (const flow of flows) {
    const list = opened.get(flow.from);
    if (list) list.push(flow);
    else opened.set(flow.from, [flow]);
    const protocols = entered.get(flow.to);
    if (protocols === undefined) entered.set(flow.to, [flow.protocol]);
    else if (!protocols.includes(flow.protocol)) protocols.push(flow.protocol);
  }
  return { flows, opened, entered };
}

/** Messages flow from a queue to its consumer, but it is the consumer that connects. */
function toFlow({ from, to, protocol }: GraphEdge, document: ArchDocument): Flow {
  const delivers = isBroker(document.components[from]);
  return delivers ? { from: to, to: from, protocol } : { from, to, protocol };
}
