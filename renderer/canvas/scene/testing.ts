import { catalog } from '#catalog';
import { edgesOf, parse } from '#model';
import { NOT_LAID_OUT } from './laid-out.ts';
import { type Scene, sceneOf } from './scene.ts';

/** The drawing of a document given without its header, for tests. */
export function testScene(body: string, before?: Scene): Scene {
  const { document } = parse(`archwright: 1\nname: test\n${body.trimStart()}`, catalog.vocabulary);
  return sceneOf(document, edgesOf(document, catalog.vocabulary), NOT_LAID_OUT, before);
}
