import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { eureka } from './index.ts';
import { plan } from './plan.ts';
import { serverFiles } from './server.ts';

/** Names of elements that are open at the end, or closed out of turn: none in a well-formed document. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of xml.matchAll(/<(\/?)([A-Za-z][\w.-]*)((?:\s[^>]*?)?\/?)>/g)) {
    if (slash === '/') {
      if (open.pop() !== name) return [name];
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open;
}

describe('Eureka', () => {
  it('is built from a program for each of its release lines', () => {
    const versions = eureka.versions ?? [];
    const poms = versions.map((version) => serverFiles({ kind: 'discovery', version })['pom.xml'] ?? '');
    expect(new Set(poms).size).toBe(versions.length);
    for (const pom of poms) {
      expect(unbalanced(pom)).toEqual([]);
      expect(pom).toMatch(
        /<artifactId>spring-boot-starter-parent<\/artifactId>\s*<version>\d+\.\d+\.\d+<\/version>/,
      );
      expect(pom).toMatch(
        /<artifactId>spring-cloud-dependencies<\/artifactId>\s*<version>20\d\d\.\d\.\d+<\/version>/,
      );
    }
  });

  it('answers where services look for it, and neither registers itself nor asks others', () => {
    const settings = load(serverFiles({ kind: 'discovery' })['src/main/resources/application.yaml'] ?? '');
    expect(settings).toMatchObject({
      server: { port: 8761 },
      eureka: { client: { 'register-with-eureka': false, 'fetch-registry': false } },
    });
  });

  it('has its source in a folder of its own, from which the image is built', () => {
    const container = plan({ kind: 'discovery' }, testContext('registry'));
    expect(container.image).toEqual({ build: { context: 'discovery/registry' } });
    expect(container.unmounted?.every(({ path }) => path.startsWith('discovery/registry/'))).toBe(true);
  });
});
