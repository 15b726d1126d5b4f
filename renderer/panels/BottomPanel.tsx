import { Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { IconButton } from '../app/IconButton.tsx';
import { Lazily } from '../app/lazily.tsx';
import { documentStore } from '../state/document.ts';
import { type BottomTab, togglePanel, viewStore } from '../state/view.ts';
import classes from './BottomPanel.module.css';
import { Problems } from './Problems.tsx';

const loadYamlPane = async () => (await import('../yaml/YamlPane.tsx')).YamlPane;

/** Problems and the document's text. The editor is fetched when it is first shown. */
export function BottomPanel() {
  const tab = useStore(viewStore, (state) => state.bottomTab);
  const shown = useStore(viewStore, (state) => state.panels.bottom);
  const count = useStore(documentStore, (state) => state.problems.length);
  return (
    <Tabs
      className={classes.panel}
      value={tab}
      onChange={(value) => viewStore.setState({ bottomTab: (value ?? 'problems') as BottomTab })}
      variant="none"
      keepMounted={false}
    >
      <div className={classes.bar}>
        <Tabs.List className={classes.tabs} aria-label="Problems and YAML">
          <Tabs.Tab value="problems" className={classes.tab}>
            Problems
            <span className={classes.count}>{count}</span>
          </Tabs.Tab>
          <Tabs.Tab value="yaml" className={classes.tab}>
            YAML
          </Tabs.Tab>
        </Tabs.List>
        <IconButton label="Close the panel" size="sm" onClick={() => togglePanel('bottom', false)}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
      <Tabs.Panel value="problems" className={classes.content}>
        <Problems />
      </Tabs.Panel>
      <Tabs.Panel value="yaml" className={classes.content}>
        {shown && <Lazily what="the editor" load={loadYamlPane} props={{}} />}
      </Tabs.Panel>
    </Tabs>
  );
}
