import { Button } from '@mantine/core';
import type { Choice, PlannedFileState } from '#host/contract';
import classes from './GenerateView.module.css';
import { choose } from './store.ts';

const TITLES: Record<Choice, string> = {
  restore: 'Bring it back',
  new: 'Use the new text',
  mine: 'Keep mine',
};

/** What a person can say about a file that Archwright leaves alone; nothing for all others. */
export function Choices({ file }: { file: PlannedFileState }) {
  const { path, choice } = file;
  const offered = choicesFor(file);
  if (choice !== undefined) {
    return (
      <Button size="compact-xs" variant="default" onClick={() => choose(path, null)}>
        Undo the choice
      </Button>
    );
  }
  return (
    <div className={classes.choices}>
      {offered.map((each) => (
        <Button key={each} size="compact-xs" variant="default" onClick={() => choose(path, each)}>
          {TITLES[each]}
        </Button>
      ))}
    </div>
  );
}

function choicesFor({ action, place }: PlannedFileState): Choice[] {
  if (action === 'conflict') return ['mine', 'new'];
  if (action === 'foreign') return ['mine', 'new'];
  return action === 'deleted' || (place !== undefined && action !== 'orphan') ? ['restore'] : [];
}
