import { useStore } from 'zustand';
import type { FileOutcome } from '#host/contract';
import { FILE_STATES } from './file-state.ts';
import classes from './GenerateView.module.css';
import { generateStore } from './store.ts';

/** What the last write did, or why something failed. */
export function Outcome() {
  const failure = useStore(generateStore, (state) => state.failure);
  const result = useStore(generateStore, (state) => state.result);
  if (failure !== null) {
    return (
      <p className={classes.message} data-tone="error" role="alert">
        {failure}
      </p>
    );
  }
  if (!result) return null;
  const { written, removed, notable } = result;
  const conflicts = notable.filter(({ action }) => action === 'conflict').length;
  return (
    <div className={classes.message} data-tone={conflicts > 0 ? 'warning' : 'ok'} role="status">
      Wrote {written} {written === 1 ? 'file' : 'files'}
      {removed.length > 0 && `, removed ${removed.length}`}.
      {conflicts > 0 && ` ${conflicts === 1 ? 'One is' : `${conflicts} are`} in conflict and kept as it was.`}
      {notable.length > 0 && (
        <ul aria-label="Files that you changed">
          {notable.map((file) => (
            <NotableFile key={file.path} file={file} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NotableFile({ file: { path, place = path, action, beside, backup } }: { file: FileOutcome }) {
  const aside = [
    beside !== undefined && `new text in ${beside}`,
    backup !== undefined && `yours in ${backup}`,
  ];
  return (
    <li>
      <button
        type="button"
        className={classes.notable}
        onClick={() => generateStore.setState({ selected: path })}
      >
        {place}
      </button>
      : {[FILE_STATES[action].word.toLowerCase(), ...aside].filter(Boolean).join(', ')}
    </li>
  );
}
