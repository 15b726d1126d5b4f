import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deploymentsSource, entryFolders, registrySource } from './registry.ts';

const folder = fileURLToPath(new URL('../../catalog/', import.meta.url));
const withoutSpace = (text: string) => text.replace(/[\s,]+/g, '');

describe('registry of the catalogue', () => {
  it('is what `npm run catalog` writes from the folders', () => {
    const written = registrySource(entryFolders(readdirSync(folder, { withFileTypes: true })));
    expect(withoutSpace(readFileSync(`${folder}registry.ts`, 'utf8'))).toBe(withoutSpace(written));
  });

  it('names every deployment there is', () => {
    const folders = entryFolders(readdirSync(folder, { withFileTypes: true }));
    const written = deploymentsSource(folders.filter((name) => existsSync(`${folder}${name}/deployment.ts`)));
    expect(withoutSpace(readFileSync(`${folder}deployments.ts`, 'utf8'))).toBe(withoutSpace(written));
  });

  it('lists a new folder after those whose place in the palette is chosen', () => {
    const source = registrySource(['zebra', 'service', 'aws-api-gateway']);
    expect(source).toContain('[service, awsApiGateway, zebra]');
    expect(source).toContain("import { awsApiGateway } from './aws-api-gateway/index.ts';");
  });
});
