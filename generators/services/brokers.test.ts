import { afterAll, describe, expect, it } from 'vitest';
import { allBrokers } from './testing/brokers.ts';
import { Workspace } from './testing/workspace.ts';

const MINUTES = 60_000;

describe('services that use every message broker', () => {
  const workspace = new Workspace(allBrokers());
  afterAll(() => workspace.remove());

  it('compile', () => expect(workspace.build()).toBe(''), MINUTES);

  it('have nothing to be warned of', () => expect(workspace.lint()).toBe(''), MINUTES);

  it('pass their own tests', () => expect(workspace.test()).toBe(''), MINUTES);
});
