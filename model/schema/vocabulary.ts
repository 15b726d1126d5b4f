import type { z } from 'zod';
import type { Kind } from './kinds/index.ts';

/** The engines a document may name. The catalogue is one; the model knows none, so that an engine is one folder. */
export interface Vocabulary {
  /** Engines of a kind, in order; empty for kinds that need none (service, client, external). The first is the default. */
  enginesOf(kind: Kind): readonly string[];
  /** Fields that an engine adds to its kind's. */
  fieldsOf(kind: Kind, engine: string | undefined): Record<string, z.ZodType>;
  /** Protocols that a component accepts, first the default, e.g. `rest`, `sql`, `redis`, `messaging`; empty if nothing may call it. */
  protocolsInto(kind: Kind, engine: string | undefined): readonly string[];
  /** Protocols that a component can start a call in. */
  protocolsOutOf(kind: Kind, engine: string | undefined): readonly string[];
  /** Verbs that an operation may use on it in `calls`, e.g. `read`, `write`, `publish`; `undefined`: its operations' names. */
  verbsOf(kind: Kind, engine: string | undefined): readonly string[] | undefined;
  /** Release lines of an engine that exist, newest first, e.g. `17` or `1.29`; `undefined` where they are not known. */
  versionsOf(kind: Kind, engine: string | undefined): readonly string[] | undefined;
}
