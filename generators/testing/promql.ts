import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** What an expression asks for. */
export interface Expression {
  /** Places that Prometheus' grammar does not know. */
  errors: string[];
  /** Metrics, each with the labels that it is filtered by. */
  metrics: { name: string; labels: string[] }[];
  /** Labels that results are grouped or matched by, except the bound of a histogram's buckets. */
  grouping: string[];
}

/** Reads PromQL by Prometheus' own grammar. Variables of a dashboard have to be filled in before. */
export function readPromQl(text: string): Expression {
  const expression: Expression = { errors: [], metrics: [], grouping: [] };
  const at = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
  parser.parse(text).iterate({
    enter: ({ type, node }) => {
      if (type.isError) expression.errors.push(`${node.from}: ${at(node) || 'something is missing'}`);
      if (node.name === 'VectorSelector') {
        const [identifier] = node.getChildren('Identifier');
        const labels = descendants(node, 'LabelName').map(at);
        expression.metrics.push({ name: identifier ? at(identifier) : '', labels });
      }
      if (node.name === 'GroupingLabels')
        expression.grouping.push(
          ...node
            .getChildren('LabelName')
            .map(at)
            .filter((label) => label !== 'le'),
        );
    },
  });
  return expression;
}

function descendants(node: SyntaxNode, name: string): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  node.cursor().iterate((inner) => {
    if (inner.name === name) found.push(inner.node);
  });
  return found;
}
