import { CloseButton } from '@mantine/core';
import { IconCode, IconDragDrop, IconLine, IconPackageExport } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { showBottom, viewStore } from '../state/view.ts';
import classes from './HintBar.module.css';

/** After a sample was opened: what one can do now. Dismissed once, it does not come back. */
export function HintBar() {
  const shown = useStore(viewStore, (state) => state.hint && !state.hintsSeen);
  if (!shown) return null;
  return (
    <section className={classes.bar} aria-label="First steps">
      <span className={classes.step}>
        <IconDragDrop size={16} stroke={1.6} /> Drag from the palette
      </span>
      <span className={classes.step}>
        <IconLine size={16} stroke={1.6} /> Connect from a card's edge
      </span>
      <button type="button" className={classes.step} onClick={() => showBottom('yaml')}>
        <IconCode size={16} stroke={1.6} /> Edit as YAML
      </button>
      <button type="button" className={classes.step} onClick={() => viewStore.setState({ tab: 'generate' })}>
        <IconPackageExport size={16} stroke={1.6} /> Generate
      </button>
      <CloseButton
        size="sm"
        aria-label="Dismiss the hints"
        onClick={() => viewStore.setState({ hintsSeen: true, hint: false })}
      />
    </section>
  );
}
