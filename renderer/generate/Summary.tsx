import { FILE_STATES } from './file-state.ts';
import classes from './GenerateView.module.css';
import type { Preview } from './store.ts';

export type Action = Preview['files'][number]['action'];

/** Nothing happens to these. */
const QUIET: readonly Action[] = ['same', 'keep'];

interface SummaryProps {
  files: Preview['files'];
  /** The one kind that is shown; `null`: all. */
  chosen: Action | null;
  onChoose: (action: Action | null) => void;
}

/** How many files writing would create, change, keep ...; choosing a kind shows these files alone. */
export function Summary({ files, chosen, onChoose }: SummaryProps) {
  const actions = Object.keys(FILE_STATES) as Action[];
  const counts = actions
    .filter((action) => !QUIET.includes(action))
    .map((action) => ({ action, count: files.filter((file) => file.action === action).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return <p className={classes.nothing}>The folder holds exactly this already.</p>;
  return (
    <fieldset className={classes.summary} aria-label="What writing would do">
      {counts.map(({ action, count }) => (
        <button
          key={action}
          type="button"
          className={classes.count}
          aria-pressed={action === chosen}
          title={FILE_STATES[action].explanation}
          onClick={() => onChoose(action === chosen ? null : action)}
        >
          <span data-tone={FILE_STATES[action].tone}>{count}</span> {FILE_STATES[action].word}
        </button>
      ))}
    </fieldset>
  );
}
