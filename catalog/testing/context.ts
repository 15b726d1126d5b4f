import type { ArchDocument } from '#model';
import type { Ambient, EnvValue, MetricsTarget, PlanContext } from '../container.ts';

interface Given {
  document?: Partial<ArchDocument>;
  addresses?: Readonly<Record<string, { host: string; port: number }>>;
  connections?: Readonly<Record<string, EnvValue>>;
  targets?: readonly MetricsTarget[];
  protocols?: readonly string[];
  ambient?: Ambient;
}

/** Surroundings of one component, for tests of an entry by itself. */
export function testContext(name: string, given: Given = {}): PlanContext {
  const document = {
    archwright: 1,
    name: 'shop',
    components: {},
    connections: [],
    layouts: {},
    canvas: {},
  } as const;
  return {
    name,
    unit: name,
    document: { ...document, connections: [], ...given.document },
    secret: (key) => ({ secret: key }),
    addressOf: (component) => given.addresses?.[component],
    connections: () => given.connections ?? {},
    companion: (suffix) => `${name}-${suffix}`,
    spokenTo: () => given.protocols ?? [],
    ambient: () => given.ambient ?? { environment: {}, reaches: [] },
    metricsTargets: () => given.targets ?? [],
  };
}
