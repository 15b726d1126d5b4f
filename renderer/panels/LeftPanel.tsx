import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import separators from '../app/DesignView.module.css';
import classes from './LeftPanel.module.css';
import { Outline } from './Outline.tsx';
import { Palette } from './Palette.tsx';

/** What can be added, above what is there. */
export function LeftPanel() {
  const layout = useDefaultLayout({ id: 'archwright.left', storage: localStorage });
  return (
    <Group {...layout} id="archwright.left" orientation="vertical">
      <Panel id="palette" minSize={120} defaultSize="52%">
        <section className={classes.section} aria-label="Palette">
          <Palette />
        </section>
      </Panel>
      <Separator className={separators.horizontal} aria-label="Resize palette" />
      <Panel id="outline" minSize={96}>
        <section className={classes.section} aria-label="Outline">
          <Outline />
        </section>
      </Panel>
    </Group>
  );
}
