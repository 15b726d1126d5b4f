import { Button, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
  IconWand,
} from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Problem, Severity } from '#model';
import { EmptyState } from '../app/EmptyState.tsx';
import { notifyError } from '../app/notify.ts';
import { SearchField } from '../app/SearchField.tsx';
import { showComponent } from '../app/show-component.ts';
import { documentStore } from '../state/document.ts';
import { revealInYaml } from '../yaml/reveal.ts';
import { applyFix } from './apply-fix.ts';
import { ruleOf } from './lint-rule.ts';
import classes from './Problems.module.css';
import { countBySeverity } from './problem-counts.ts';
import { inSentences, sentence } from './sentences.ts';

const SEVERITIES: readonly { severity: Severity; label: string; icon: typeof IconCircleX }[] = [
  { severity: 'error', label: 'Errors', icon: IconCircleX },
  { severity: 'warning', label: 'Warnings', icon: IconAlertTriangle },
  { severity: 'info', label: 'Notes', icon: IconInfoCircle },
];

/** All that is wrong with the document or worth knowing about it: with the way there and, where there is one, the mend. */
export function Problems() {
  const problems = useStore(documentStore, (state) => state.problems);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [query, setQuery] = useState('');
  const counts = countBySeverity(problems);
  const shown = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    return problems.filter((problem) => !hidden.has(problem.severity) && textOf(problem).includes(wanted));
  }, [problems, hidden, query]);

  if (problems.length === 0) {
    return (
      <EmptyState icon={<IconCircleCheck size={22} stroke={1.6} className={classes.ok} />}>
        No problems: the document is valid and every rule holds.
      </EmptyState>
    );
  }
  const toggle = (severity: Severity) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  return (
    <div className={classes.pane}>
      <div className={classes.filters}>
        {SEVERITIES.map(({ severity, label, icon: Icon }) => (
          <button
            key={severity}
            type="button"
            className={classes.filter}
            data-severity={severity}
            aria-pressed={!hidden.has(severity)}
            onClick={() => toggle(severity)}
          >
            <Icon size={14} stroke={1.8} /> {label} <span className={classes.number}>{counts[severity]}</span>
          </button>
        ))}
        <div className={classes.search}>
          <SearchField label="Filter problems" value={query} onChange={setQuery} />
        </div>
      </div>
      <ProblemList problems={shown} />
    </div>
  );
}

const textOf = ({ message, code, component, hint }: Problem) =>
  `${message} ${code} ${component ?? ''} ${hint ?? ''}`.toLowerCase();

function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul className={classes.list} aria-label="Problems" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const problem = problems[index];
          return (
            problem && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={problems.length}
                aria-posinset={index + 1}
              >
                <ProblemRow problem={problem} />
              </li>
            )
          );
        })}
      </ul>
      {problems.length === 0 && <EmptyState>The filters hide every problem.</EmptyState>}
    </div>
  );
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { severity, message, expected, hint, component, range, fixes, code } = problem;
  const icon = SEVERITIES.find((candidate) => candidate.severity === severity) ?? SEVERITIES[0];
  const Icon = icon?.icon ?? IconCircleX;
  const rule = ruleOf(code);
  const go = () => (component === undefined ? revealInYaml(range.start) : showComponent(component));
  const fix = (index: number) => {
    const chosen = fixes?.[index];
    const refusal = chosen && applyFix(chosen);
    if (refusal !== undefined) notifyError('The fix could not be applied', new Error(refusal));
  };
  return (
    <div className={classes.problem}>
      <Icon size={16} stroke={1.8} className={classes.icon} data-severity={severity} aria-label={severity} />
      <button type="button" className={classes.jump} onClick={go} data-testid="problem">
        <span className={classes.message}>{sentence(message)}</span>
        <span className={classes.more}>
          {inSentences([expected && `Expected ${expected}`, hint, rule?.explanation])}
        </span>
      </button>
      {rule && (
        <Tooltip
          label={`${rule.title}. ${rule.explanation} Source: ${rule.source}`}
          multiline
          maw={360}
          events={{ hover: true, focus: true, touch: true }}
        >
          <button type="button" className={classes.code} aria-label={`About the rule ${rule.id}`}>
            {rule.id}
          </button>
        </Tooltip>
      )}
      {component !== undefined && <span className={classes.component}>{component}</span>}
      <button
        type="button"
        className={classes.line}
        onClick={() => revealInYaml(range.start)}
        title="Show it in the YAML"
      >
        <span className="aw-hidden">Show line </span>
        {range.line}:{range.column}
        <span className="aw-hidden"> in the YAML</span>
      </button>
      {fixes?.[0] && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconWand size={14} stroke={1.8} />}
          onClick={() => fix(0)}
          title={fixes[0].title}
          aria-label={`Fix: ${fixes[0].title}`}
        >
          Fix
        </Button>
      )}
    </div>
  );
}
