export { type DiagramFormat, type DiagramOptions, exportDiagram } from './diagrams/index.ts';
export { exportText, type TextFormat } from './exports.ts';
export { type GeneratedTree, type GenerateOptions, generate } from './generate.ts';
export { formatPlan } from './plan/format.ts';
export { DEFAULT_LAYOUT, layoutsOf } from './plan/layouts.ts';
export type { OutsideCall, Plan, PlanEdge, PlanUnit } from './plan/plan.ts';
export { planOf } from './plan/plan-of.ts';
export type { GeneratedFile, GeneratorInput, Target } from './target.ts';
export { targets } from './targets.ts';
