import type { LintFinding, LintRule } from '../rule.ts';

/** Path prefixes that two gateways answer at the same host. */
export const ambiguousRoute: LintRule = {
  id: 'ambiguous-route',
  title: 'Two gateways with one route',
  severity: 'warning',
  explanation:
    'Where two gateways answer the same path at the same host, it depends on the load balancer in front of them which one a request meets: limits, authentication and logs differ from one request to the next.',
  source: 'Chris Richardson, Microservices Patterns (Manning 2018), chapter 8, "The API gateway pattern"',
  check({ document }) {
    const owners = new Map<string, string>();
    const findings: LintFinding[] = [];
    for (const [name, component] of Object.entries(document.components)) {
      if (component.kind !== 'gateway') continue;
      const host = 'host' in component && typeof component.host === 'string' ? component.host : '';
      for (const prefix of Object.keys(component.routes ?? {})) {
        const route = `${host} ${prefix === '/' ? prefix : prefix.replace(/\/+$/, '')}`;
        const other = owners.get(route);
        if (other === undefined) {
          owners.set(route, name);
          continue;
        }
        const path = ['components', name, 'routes', prefix];
        findings.push({
          path,
          at: 'key',
          message: `${prefix} is already answered by the gateway "${other}"${host === '' ? '' : ` at ${host}`}`,
          hint: 'give the gateways different hosts, or leave the route to one of them',
          fixes: [{ title: `Leave ${prefix} to ${other}`, edits: [{ type: 'set', path, value: undefined }] }],
        });
      }
    }
    return findings;
  },
};
