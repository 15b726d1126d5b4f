import type { Path } from '../problem.ts';
import type { Component, JobComponent, QueueComponent, StreamComponent } from '../schema/document.ts';
import type { Operation } from '../schema/kinds/service.ts';

/** Name of the one operation that a job has. */
export const JOB_OPERATION = 'run';

/** Whether messages go through a component: a queue or a stream. */
export function isBroker(component: Component | undefined): component is QueueComponent | StreamComponent {
  return component?.kind === 'queue' || component?.kind === 'stream';
}

const NONE: Readonly<Record<string, Operation>> = {};
const runs = new WeakMap<JobComponent, Readonly<Record<string, Operation>>>();

/**
 * What a component does by itself: the operations of a service, and the one of a job.
 *
 * @returns by name; empty for what has none. The same component gives the same object.
 */
export function operationsOf(component: Component | undefined): Readonly<Record<string, Operation>> {
  if (component?.kind === 'service') return component.operations ?? NONE;
  if (component?.kind !== 'job') return NONE;
  const known = runs.get(component);
  if (known !== undefined) return known;
  const { work, calls } = component;
  const operations = work === undefined && calls === undefined ? NONE : { [JOB_OPERATION]: { work, calls } };
  runs.set(component, operations);
  return operations;
}

/** Where an operation stands in the document: what a job does stands in the job itself. */
export function placeOfOperation(name: string, component: Component | undefined, operation: string): Path {
  return component?.kind === 'job' ? ['components', name] : ['components', name, 'operations', operation];
}
