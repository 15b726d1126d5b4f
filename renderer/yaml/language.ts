import { configureMonacoYaml, type JSONSchema } from 'monaco-yaml';
import { catalog } from '#catalog';
import { jsonSchema } from '#model';
import { registerFixes } from './fixes.ts';
import { monaco } from './monaco.ts';
import { registerReferences } from './references.ts';

/** Address of the document's model: the language service knows by it which schema applies. */
export const DOCUMENT_URI = monaco.Uri.parse('inmemory://archwright/document.arch.yaml');

let ready = false;

/** Teaches the editor the document's language: completion and hover by the schema, names of the document, fixes. Once. */
export function setUpLanguage(): void {
  if (ready) return;
  ready = true;
  configureMonacoYaml(withWebWorkers(), {
    // Our own parser says what is wrong, and better: it knows references.
    validate: false,
    format: { enable: false },
    enableSchemaRequest: false,
    hoverAnchor: false,
    schemas: [
      {
        uri: 'https://archwright.dev/schema/archwright-1.schema.json',
        fileMatch: ['**/*.arch.yaml'],
        schema: jsonSchema(catalog.vocabulary) as JSONSchema,
      },
    ],
  });
  registerReferences(DOCUMENT_URI);
  registerFixes(DOCUMENT_URI);
}

/**
 * Monaco as monaco-yaml 5 expects it. Since 0.55, Monaco wants the worker itself instead of a module's name; the worker's first message
 * wakes it, the second holds its settings (see monaco-editor's `internal/common/workers.js`).
 */
function withWebWorkers(): Parameters<typeof configureMonacoYaml>[0] {
  const createWebWorker = ({ label, createData }: { label: string; createData: unknown }) => {
    const worker = self.MonacoEnvironment?.getWorker?.('', label);
    if (!(worker instanceof Worker)) throw new Error('The editor has no worker.');
    worker.postMessage('wake');
    worker.postMessage(createData);
    return monaco.editor.createWebWorker({ worker });
  };
  const adapted = { ...monaco, editor: { ...monaco.editor, createWebWorker } };
  return adapted as unknown as Parameters<typeof configureMonacoYaml>[0];
}
