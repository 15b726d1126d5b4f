import { type ComponentType, createElement, lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Loading } from './Loading.tsx';

interface LazilyProps<P extends object> {
  /** What it is, in words: `the editor`. */
  what: string;
  /** Fetches the component. The same function gives the same component: it is fetched once. */
  load: () => Promise<ComponentType<P>>;
  props: P;
}

// One map for components of any props: what goes in under a function comes out under the same one.
const fetched = new Map<unknown, unknown>();

/**
 * A component that is fetched when it is first shown. While it comes, it says so; where it does not come, it says why and can be asked for
 * again: React remembers a failed fetch for ever, hence a new attempt for every try.
 */
export function Lazily<P extends object>({ what, load, props }: LazilyProps<P>) {
  const [, setAttempt] = useState(0);
  return (
    <ErrorBoundary what={what} onRetry={() => setAttempt((attempt) => attempt + 1)}>
      <Suspense fallback={<Loading what={what} />}>{createElement(componentOf(load), props)}</Suspense>
    </ErrorBoundary>
  );
}

function componentOf<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const known = fetched.get(load);
  if (known !== undefined) return known as ComponentType<P>;
  const component = lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      fetched.delete(load);
      throw error;
    }
  }) as unknown as ComponentType<P>;
  fetched.set(load, component);
  return component;
}
