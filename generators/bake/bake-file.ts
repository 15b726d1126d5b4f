import type { ArchDocument } from '#model';
import type { Plan } from '../plan/plan.ts';
import { type HclBlock, type HclValue, printHcl } from './hcl.ts';
import { type BuiltUnit, builtUnits, COMMON_TARGET, DEFAULT_GROUP } from './images.ts';

const HEAD = [
  'Builds the images of this system: docker buildx bake, or one of them: docker buildx bake UNIT.',
  'Variables come from the environment, e.g. REGISTRY=registry.example.com/team TAG=1.0 docker buildx bake --push.',
];

const VARIABLES: readonly { name: string; preset: (plan: Plan) => string; description: string }[] = [
  {
    name: 'REGISTRY',
    preset: ({ system }) => system,
    description: 'Where images belong, without a slash at the end.',
  },
  { name: 'TAG', preset: () => 'latest', description: 'Version of all images.' },
  { name: 'REVISION', preset: () => '', description: 'Commit that they are built from.' },
  { name: 'SOURCE', preset: () => '', description: 'Address of the repository.' },
  {
    name: 'PLATFORMS',
    preset: () => '',
    description: 'Separated by commas, e.g. linux/amd64,linux/arm64; by default the one of this machine.',
  },
  { name: 'CACHE', preset: () => '', description: 'gha keeps layers in the cache of GitHub Actions.' },
];

/** The file that `docker buildx bake` reads, https://docs.docker.com/build/bake/reference/. */
export function bakeFile(document: ArchDocument, plan: Plan): string {
  const units = builtUnits(plan);
  const blocks: HclBlock[] = [
    ...VARIABLES.map(({ name, preset, description }) => ({
      comment: description,
      type: 'variable',
      label: name,
      attributes: { default: preset(plan) },
    })),
    {
      type: 'group',
      label: DEFAULT_GROUP,
      attributes: { targets: { list: units.map(({ target }) => target) } },
    },
    commonTarget(),
    ...units.map((built) => targetOf(built, document)),
  ];
  return printHcl(blocks, HEAD);
}

function commonTarget(): HclBlock {
  return {
    type: 'target',
    label: COMMON_TARGET,
    attributes: {
      platforms: { code: 'PLATFORMS == "" ? [] : split(",", PLATFORMS)' },
      labels: {
        map: {
          'org.opencontainers.image.version': { code: 'TAG' },
          'org.opencontainers.image.revision': { code: 'REVISION' },
          'org.opencontainers.image.source': { code: 'SOURCE' },
        },
      },
    },
  };
}

/** Names are DNS labels, so that they may stand in templates and addresses of caches. */
function targetOf({ unit, target, context, dockerfile }: BuiltUnit, document: ArchDocument): HclBlock {
  const { name } = unit;
  const cache = (options: string) => ({ code: `CACHE == "gha" ? ["type=gha,scope=${name}${options}"] : []` });
  return {
    type: 'target',
    label: target,
    attributes: {
      inherits: { list: [COMMON_TARGET] },
      context,
      ...(dockerfile === undefined ? {} : { dockerfile }),
      tags: { list: [{ code: `"\${REGISTRY}/${name}:\${TAG}"` }] },
      labels: { map: labelsOf(name, descriptionOf(unit.components, document)) },
      'cache-from': cache(''),
      'cache-to': cache(',mode=max'),
    },
  };
}

/** Annotations of the OCI image specification. */
function labelsOf(title: string, description: string): Record<string, HclValue> {
  return {
    'org.opencontainers.image.title': title,
    ...(description === '' ? {} : { 'org.opencontainers.image.description': description }),
  };
}

function descriptionOf(components: readonly string[], document: ArchDocument): string {
  return components.flatMap((name) => document.components[name]?.description ?? []).join(' ');
}
