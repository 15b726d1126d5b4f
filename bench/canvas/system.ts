/** Connections per component: what people draw, measured on the samples. */
const EDGES_PER_COMPONENT = 1.3;
const PITCH = { x: 260, y: 128 };

/**
 * A document of many components, laid out on a grid: services that call their neighbours and own a database each.
 *
 * @param count number of components
 */
export function systemOf(count: number): string {
  const columns = Math.ceil(Math.sqrt(count * (PITCH.y / PITCH.x) * 1.6));
  const nameOf = (index: number) => (index % 3 === 2 ? `store-${index}` : `service-${index}`);
  const components: string[] = [];
  const canvas: string[] = [];
  for (let index = 0; index < count; index++) {
    const context = `area-${Math.floor(index / 12)}`;
    const kind = index % 3 === 2 ? 'database' : 'service';
    components.push(
      `  ${nameOf(index)}: { kind: ${kind}, context: ${context}${kind === 'service' ? ', scale: { min: 2, max: 4 }' : ''} }`,
    );
    canvas.push(
      `  ${nameOf(index)}: { x: ${(index % columns) * PITCH.x}, y: ${Math.floor(index / columns) * PITCH.y} }`,
    );
  }
  const text = [
    'archwright: 1',
    `name: bench-${count}`,
    'components:',
    ...components,
    'connections:',
    ...connectionsOf(count, columns, nameOf),
    'canvas:',
    ...canvas,
  ];
  return `${text.join('\n')}\n`;
}

function connectionsOf(count: number, columns: number, nameOf: (index: number) => string): string[] {
  const lines = new Set<string>();
  const wanted = Math.floor(count * EDGES_PER_COMPONENT);
  const steps = [1, 2, columns, columns + 1, 3 * columns + 2];
  for (const step of steps) {
    for (let from = 0; from + step < count && lines.size < wanted; from++) {
      // Databases call nobody.
      if (from % 3 !== 2) lines.add(`  - { from: ${nameOf(from)}, to: ${nameOf(from + step)} }`);
    }
  }
  return [...lines];
}
