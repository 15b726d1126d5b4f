import { IconCircleX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { documentStore } from '../state/document.ts';
import { revealInYaml } from '../yaml/reveal.ts';
import classes from './GenerateView.module.css';

/** Most errors that are listed here; the Problems pane has all. */
const MOST = 50;

/** Why nothing can be generated, with the way to each error. */
export function DocumentErrors() {
  const errors = useStore(
    documentStore,
    useShallow((state) => state.problems.filter(({ severity }) => severity === 'error')),
  );
  return (
    <div className={classes.errors} role="alert">
      <h2>The document has {errors.length === 1 ? 'an error' : `${errors.length} errors`}</h2>
      Files are generated from a valid document only. Choose an error to go to its line.
      <ul>
        {errors.slice(0, MOST).map((problem) => (
          <li key={`${problem.code}${problem.range.start}`}>
            <button type="button" className={classes.error} onClick={() => revealInYaml(problem.range.start)}>
              <IconCircleX size={16} stroke={1.8} aria-hidden />
              <span>
                Line {problem.range.line}:{' '}
                {[problem.message, problem.expected && `Expected ${problem.expected}.`, problem.hint]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
