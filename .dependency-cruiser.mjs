/**
 * The layers of the architecture, from the ground up. A layer may import itself and what stands before it; pure layers import
 * no platform. `renderer` reaches the machine only through the host's contract.
 */
const may = {
  model: ['model'],
  catalog: ['catalog', 'model'],
  generators: ['generators', 'catalog', 'model'],
  'host/contract': ['host/contract'],
  host: ['host', 'generators', 'catalog', 'model'],
  cli: ['cli', 'host', 'generators', 'catalog', 'model'],
  web: ['web', 'host', 'generators', 'catalog', 'model'],
  electron: ['electron', 'host', 'generators', 'catalog', 'model'],
  renderer: ['renderer', 'host/contract', 'generators', 'catalog', 'model'],
};
const layers = ['model', 'catalog', 'generators', 'host', 'cli', 'web', 'electron', 'renderer', 'samples'];
const pure = '^(model|catalog|generators|host/contract)/';
const test = '\\.test\\.tsx?$';

/** Folders of a layer that are under a rule of their own. `runtime` is no part of the program: its text ends in generated services. */
const exempt = { host: ['^host/contract/'], catalog: ['/runtime/'] };

const layerRules = Object.entries(may).map(([layer, allowed]) => ({
  name: `layer-${layer.replace('/', '-')}`,
  severity: 'error',
  comment: `${layer} may import only ${allowed.join(', ')}`,
  from: { path: `^${layer}/`, pathNot: [test, ...(exempt[layer] ?? [])] },
  to: { path: `^(${layers.join('|')})/`, pathNot: `^(${allowed.join('|')})/` },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'runtime-apart',
      severity: 'error',
      comment: 'the program does not run what it generates; fields.ts is a rule that both sides go by',
      from: { path: pure, pathNot: [test, '/runtime/'] },
      to: {
        path: '^(generators/services|catalog/[^/]+)/runtime/',
        pathNot: '^generators/services/runtime/grpc/fields\\.ts$',
      },
    },
    {
      name: 'runtime-alone',
      severity: 'error',
      comment: 'generated services do not hold the program',
      from: { path: '/runtime/', pathNot: test },
      to: { path: `^(${layers.join('|')})/`, pathNot: '/runtime/' },
    },
    {
      name: 'pure-no-platform',
      severity: 'error',
      comment: 'pure layers run in Node and in the browser alike',
      from: { path: pure, pathNot: [test, '/runtime/', '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-no-shell-library',
      severity: 'error',
      from: { path: pure, pathNot: [test, '/runtime/'] },
      to: { path: 'node_modules/(react|react-dom|@mantine|@xyflow|electron|monaco-editor|ws|commander)/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: { pathNot: test },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { pathNot: [test, '^tests/', '/testing/'] },
      to: { path: test },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.generated\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
