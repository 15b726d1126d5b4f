/** Proposals of newer versions of all that is pinned, https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference. */
export function dependabot(hasWorkspace: boolean): object {
  const weekly = { schedule: { interval: 'weekly' }, 'open-pull-requests-limit': 5 };
  const update = (ecosystem: string, directories: string[]) => ({
    'package-ecosystem': ecosystem,
    directories,
    ...weekly,
    groups: { all: { patterns: ['*'] } },
  });
  return {
    version: 2,
    updates: [
      update('github-actions', ['/']),
      ...(hasWorkspace ? [update('npm', ['/services']), update('docker', ['/services/apps/*'])] : []),
    ],
  };
}
