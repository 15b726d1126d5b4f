import { IconAlertTriangle, IconCircleX, IconCode, IconInfoCircle } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { countBySeverity } from '../panels/problem-counts.ts';
import { documentStore } from '../state/document.ts';
import { showBottom } from '../state/view.ts';
import classes from './StatusBar.module.css';

/** The line at the foot: problems at a glance, size of the system, and the way to the text. */
export function StatusBar() {
  const counts = useStore(
    documentStore,
    useShallow((state) => countBySeverity(state.problems)),
  );
  const components = useStore(documentStore, (state) => Object.keys(state.parsed.document.components).length);
  const edges = useStore(documentStore, (state) => state.edges.length);
  return (
    <footer className={classes.bar}>
      <button type="button" className={classes.item} onClick={() => showBottom('problems')}>
        <span className="aw-hidden">Show problems: </span>
        <IconCircleX size={14} stroke={1.8} className={counts.error ? classes.error : undefined} />{' '}
        {counts.error}
        <span className="aw-hidden"> errors, </span>
        <IconAlertTriangle size={14} stroke={1.8} className={counts.warning ? classes.warning : undefined} />{' '}
        {counts.warning}
        <span className="aw-hidden"> warnings, </span>
        <IconInfoCircle size={14} stroke={1.8} /> {counts.info}
        <span className="aw-hidden"> notes</span>
      </button>
      <span className={classes.spring} />
      <span className={classes.text}>
        {components} {components === 1 ? 'component' : 'components'}, {edges}{' '}
        {edges === 1 ? 'connection' : 'connections'}
      </span>
      <button type="button" className={classes.item} onClick={() => showBottom('yaml')}>
        <IconCode size={14} stroke={1.8} /> YAML
      </button>
    </footer>
  );
}
