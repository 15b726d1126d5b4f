/**
 * Actions that workflows use, pinned by commit: a tag can be moved to other code by whoever takes over its repository, as
 * happened to trivy-action and others. `version` is the tag that stood at the commit; Dependabot keeps both up to date.
 */
export const ACTIONS = {
  checkout: { action: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
  setupNode: { action: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020', version: 'v7.0.0' },
  upload: { action: 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a', version: 'v7.0.1' },
  download: {
    action: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
    version: 'v8.0.1',
  },
  setupBuildx: {
    action: 'docker/setup-buildx-action@bb05f3f5519dd87d3ba754cc423b652a5edd6d2c',
    version: 'v4.2.0',
  },
  bake: { action: 'docker/bake-action@d3418bd7d0e9324001bca92fa8ba175ea7e6dc9b', version: 'v7.3.0' },
  login: { action: 'docker/login-action@dbcb813823bdd20940b903addbd779551569679f', version: 'v4.6.0' },
  trivy: { action: 'aquasecurity/trivy-action@ed142fd0673e97e23eac54620cfb913e5ce36c25', version: 'v0.36.0' },
} as const;

const VERSIONS = new Map<string, string>(
  Object.values(ACTIONS).map(({ action, version }) => [action, version]),
);

/** Workflow text with the version behind every pinned action, for people and for Dependabot. */
export function withVersions(yaml: string): string {
  return yaml.replace(/^( *(?:- )?uses: )(\S+)$/gm, (line, head: string, action: string) => {
    const version = VERSIONS.get(action);
    return version === undefined ? line : `${head}${action} # ${version}`;
  });
}
