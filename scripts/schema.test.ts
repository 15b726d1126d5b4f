import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { jsonSchema } from '#model';

const published = new URL('../docs/schema/archwright-1.schema.json', import.meta.url);
const samples = new URL('../samples/', import.meta.url);

describe('the published schema', () => {
  it('is that of the model and the catalogue: run npm run schema after a change', () => {
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(jsonSchema(catalog.vocabulary));
  });

  it.each(readdirSync(samples).filter((name) => name.endsWith('.arch.yaml')))('lets %s pass', (name) => {
    const ajv = new Ajv({ strict: true, strictTypes: false, strictTuples: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(jsonSchema(catalog.vocabulary));
    validate(load(readFileSync(new URL(name, samples), 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
  });
});
