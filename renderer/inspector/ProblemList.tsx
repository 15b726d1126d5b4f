import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { notifyError } from '../app/notify.ts';
import { applyFix } from '../panels/apply-fix.ts';
import { documentStore } from '../state/document.ts';
import classes from './Inspector.module.css';

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle };

/** What is wrong with a component, with the mend beside it. */
export function ProblemList({ component }: { component: string }) {
  const problems = useStore(
    documentStore,
    useShallow((state) => state.problems.filter((problem) => problem.component === component)),
  );
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label={`Problems of ${component}`}>
      {problems.map((problem) => {
        const Icon = ICONS[problem.severity];
        const [fix] = problem.fixes ?? [];
        const mend = () => {
          const refusal = fix && applyFix(fix);
          if (refusal !== undefined) notifyError('The fix could not be applied', new Error(refusal));
        };
        return (
          <li
            key={`${problem.code}${problem.range.start}`}
            className={classes.problem}
            data-severity={problem.severity}
          >
            <Icon size={14} stroke={1.8} aria-label={problem.severity} />
            <span className={classes.grow}>{[problem.message, problem.hint].filter(Boolean).join(' ')}</span>
            {fix && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={mend}
                title={fix.title}
                aria-label={`Fix: ${fix.title}`}
              >
                Fix
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
