import { Button, Tabs } from '@mantine/core';
import { IconHelp, IconSearch } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { commandOf } from '../commands/registry.ts';
import { runCommand } from '../commands/run.ts';
import { Keys } from '../commands/ShortcutSheet.tsx';
import { type Tab, viewStore } from '../state/view.ts';
import { DocumentName } from './DocumentName.tsx';
import { FileMenu } from './FileMenu.tsx';
import { FileName } from './FileName.tsx';
import { CommandButton, IconButton } from './IconButton.tsx';
import { LayoutSwitch } from './LayoutSwitch.tsx';
import { SaveState } from './SaveState.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import classes from './TopBar.module.css';

/** Document, tabs, and what applies everywhere. */
export function TopBar() {
  const tab = useStore(viewStore, (state) => state.tab);
  const panels = useStore(viewStore, (state) => state.panels);
  return (
    <header className={classes.bar}>
      <div className={classes.left}>
        <FileMenu />
        <DocumentName />
        <FileName />
        <SaveState />
      </div>
      <Tabs
        value={tab}
        onChange={(value) => viewStore.setState({ tab: (value ?? 'design') as Tab })}
        variant="none"
      >
        <Tabs.List className={classes.tabs} aria-label="Views">
          <Tabs.Tab value="design" className={classes.tab} id="tab-design" aria-controls="view-design">
            Design
          </Tabs.Tab>
          <Tabs.Tab value="generate" className={classes.tab} id="tab-generate" aria-controls="view-generate">
            Generate
          </Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <div className={classes.right}>
        <LayoutSwitch />
        <CommandButton command={commandOf('edit.undo')} />
        <CommandButton command={commandOf('edit.redo')} />
        <span className={classes.searchIcon}>
          <CommandButton command={commandOf('help.palette')} />
        </span>
        <Button
          variant="default"
          className={classes.search}
          leftSection={<IconSearch size={14} stroke={1.8} />}
          rightSection={<Keys shortcut="mod+k" silent />}
          onClick={() => void runCommand(commandOf('help.palette'))}
        >
          Find<span className="aw-hidden"> a command or component</span>
        </Button>
        {tab === 'design' && (
          <>
            <CommandButton command={commandOf('view.toggle-left')} pressed={panels.left} />
            <CommandButton command={commandOf('view.toggle-bottom')} pressed={panels.bottom} />
            <CommandButton command={commandOf('view.toggle-right')} pressed={panels.right} />
          </>
        )}
        <ThemeMenu />
        <IconButton
          label="Keyboard shortcuts"
          shortcut="?"
          onClick={() => void runCommand(commandOf('help.shortcuts'))}
        >
          <IconHelp size={18} stroke={1.6} />
        </IconButton>
      </div>
    </header>
  );
}
