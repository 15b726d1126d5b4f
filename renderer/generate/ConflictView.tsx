import classes from './ConflictView.module.css';
import type { Conflict } from './views.ts';

const SIDES = [
  { side: 'base', title: 'Last generated' },
  { side: 'mine', title: 'Yours' },
  { side: 'theirs', title: 'New' },
] as const;

/** Every place in which both sides changed the same, with the lines of all three texts next to each other. */
export function ConflictView({ conflicts }: { conflicts: readonly Conflict[] }) {
  return (
    <div className={classes.view}>
      {conflicts.map((conflict) => (
        <section
          key={conflict.line}
          className={classes.conflict}
          aria-label={`Conflict in line ${conflict.line}`}
        >
          <h3 className={classes.title}>Line {conflict.line} of your file</h3>
          <div className={classes.sides}>
            {SIDES.map(({ side, title }) => (
              <figure key={side} className={classes.side} data-side={side}>
                <figcaption className={classes.caption}>{title}</figcaption>
                <Lines lines={conflict[side]} />
              </figure>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <p className={classes.none}>No lines</p>;
  return <pre className={classes.lines}>{lines.join('\n')}</pre>;
}
