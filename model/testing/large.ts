/**
 * A document of any size as people would write it: every fifth component is a gateway, a database, a queue or a
 * cache; the others are services that call each other and the stores.
 *
 * @param size number of components
 * @returns its text
 */
export function largeDocumentText(size: number): string {
  const components = Array.from({ length: size }, (_, index) => component(index, size));
  const connections = Array.from({ length: Math.floor(size / 2) }, (_, index) => {
    const from = nearestService(index * 2, size);
    return `  - { from: service-${from}, to: service-${nearestService((from + 7) % size, size)}, timeout: ${100 + (index % 9) * 50}ms, retries: ${index % 3} }\n`;
  });
  const canvas = Array.from(
    { length: size },
    (_, index) => `  ${nameOf(index)}: { x: ${(index % 40) * 240}, y: ${Math.floor(index / 40) * 160} }\n`,
  );
  return `archwright: 1\nname: large\n\ncomponents:\n${components.join('')}\nconnections:\n${connections.join('')}\nlayouts:\n  microservices: {}\n\ncanvas:\n${canvas.join('')}`;
}

const STORES = ['gateway', 'database', 'queue', 'cache'] as const;

function kindOf(index: number): (typeof STORES)[number] | 'service' {
  return index % 5 === 4 ? (STORES[Math.floor(index / 5) % STORES.length] ?? 'cache') : 'service';
}

function nameOf(index: number): string {
  return `${kindOf(index)}-${index}`;
}

function nearestService(index: number, size: number): number {
  const wanted = index % size;
  return kindOf(wanted) === 'service' ? wanted : wanted - 1;
}

function nearest(kind: string, index: number, size: number): string | undefined {
  for (let away = 0; away < 40; away += 1) {
    const candidate = (index + away) % size;
    if (kindOf(candidate) === kind) return nameOf(candidate);
  }
  return undefined;
}

function component(index: number, size: number): string {
  const name = nameOf(index);
  switch (kindOf(index)) {
    case 'gateway':
      return `  ${name}:\n    kind: gateway\n    engine: nginx\n    routes: { /a: service-${nearestService(index + 1, size)}, /b: service-${nearestService(index + 2, size)} }\n`;
    case 'database':
      return `  ${name}:\n    kind: database\n    engine: postgres\n    storage: 10Gi\n    tables:\n      items:\n        key: itemId\n        columns: { itemId: id, title: string, stock: integer, price: number }\n`;
    case 'queue':
      return `  ${name}:\n    kind: queue\n    engine: rabbitmq\n    topics:\n      item-changed:\n        payload: { itemId: string, stock: integer }\n`;
    case 'cache':
      return `  ${name}: { kind: cache, engine: redis }\n`;
    default:
      return service(index, name, size);
  }
}

function service(index: number, name: string, size: number): string {
  const database = nearest('database', index, size);
  const queue = nearest('queue', index, size);
  const callee = nearestService(index + 7, size);
  const calls = [
    ...(callee > index ? [`service-${callee}.get-item`] : []),
    ...(database === undefined ? [] : [`${database}.read items`]),
    ...(queue === undefined ? [] : [`10% ${queue}.publish item-changed`]),
  ];
  return `  ${name}:   # number ${index}
    kind: service
    context: context-${index % 12}
    scale: { min: 1, max: ${2 + (index % 6)}, cpu-target: 70% }
    resources: { cpu: 250m, memory: 256Mi }
    operations:
      get-item:
        http: GET /items/{itemId}
        input: { itemId: string }
        output: { itemId: string, title: string, stock: integer }
        work: 3ms
        calls: [${calls.join(', ')}]
`;
}
