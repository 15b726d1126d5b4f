import type { System } from '../system/system.ts';
import { NODE_IMAGE } from '../versions.ts';
import type { App } from './app.ts';
import { protoPath } from './proto-names.ts';
import { contractsOf } from './workspace.ts';

/**
 * How a unit's image is built, with the workspace as context. Everything up to the installed packages is the same for
 * all units, so that they are installed once; names are DNS labels, so that nothing needs quoting.
 */
export function dockerfile(app: App, system: System): string {
  const unit = app.unit.name;
  const modules = app.services.map(({ name }) => name);
  const contracts = contractsOf(app, system);
  const protos = contracts.filter((name) => system.grpc.servers.has(name));
  const links = ['runtime', 'contracts', ...modules.map((name) => `${name}-module`)];
  const target = (link: string) =>
    link.endsWith('-module') ? `modules/${link.slice(0, -'-module'.length)}` : link;
  return [
    `FROM ${NODE_IMAGE} AS packages`,
    'WORKDIR /app',
    'COPY package.json ./',
    'COPY runtime/package.json runtime/',
    'RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund --no-update-notifier',
    '',
    `FROM ${NODE_IMAGE}`,
    'ENV NODE_ENV=production',
    'WORKDIR /app',
    'COPY --from=packages /app/node_modules node_modules',
    'COPY package.json ./',
    'COPY runtime runtime',
    `COPY contracts/package.json ${contracts.map((name) => `contracts/${name}.ts`).join(' ')} contracts/`,
    ...(protos.length === 0
      ? []
      : [`COPY ${protos.map((name) => `contracts/${protoPath(name)}`).join(' ')} contracts/proto/`]),
    ...modules.map((name) => `COPY modules/${name} modules/${name}`),
    `COPY apps/${unit} apps/${unit}`,
    '# What npm does for workspaces: packages of this repository are found by their names.',
    `RUN mkdir -p node_modules/${system.scope} && cd node_modules/${system.scope} && ${links.map((link) => `ln -sfn ../../${target(link)} ${link}`).join(' && ')}`,
    'USER node',
    app.grpc.size === 0 ? 'EXPOSE 8080' : 'EXPOSE 8080 50051',
    `CMD ["node", "apps/${unit}/src/main.ts"]`,
    '',
  ].join('\n');
}
