import type { DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import type { Plan } from './plan/plan.ts';

export interface GeneratorInput {
  document: ArchDocument;
  plan: Plan;
  catalog: DeploymentCatalog;
}

/** One file of the generated tree. */
export interface GeneratedFile {
  /** Relative, with `/`, never leaving the output folder. */
  path: string;
  content: string;
  /** `tool`: replaced by the next generation; `user`: written once, then the user's. */
  owner: 'tool' | 'user';
  /** For a file of random secrets: `content` is the template with a `KEY=` line each; the host fills the empty ones. */
  secrets?: readonly string[];
}

/** A target is an entry, not an `if`: the registry in `generators/index.ts` lists them. */
export interface Target {
  id: string;
  title: string;
  description: string;
  emit(input: GeneratorInput): GeneratedFile[];
}
