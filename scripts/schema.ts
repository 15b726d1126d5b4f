import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalog } from '#catalog';
import { jsonSchema } from '#model';

/** Writes docs/schema/archwright-1.schema.json from the model and the catalogue: `npm run schema`, after a change of either. */
const target = new URL('../docs/schema/archwright-1.schema.json', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, `${JSON.stringify(jsonSchema(catalog.vocabulary), null, 2)}\n`);
console.error(`Wrote ${fileURLToPath(target)}.`);
