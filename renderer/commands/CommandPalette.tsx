import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Kind } from '#model';
import { ComponentIcon } from '../app/ComponentIcon.tsx';
import { showComponent } from '../app/show-component.ts';
import { documentStore } from '../state/document.ts';
import { viewStore } from '../state/view.ts';
import classes from './CommandPalette.module.css';
import type { Command, CommandContext } from './command.ts';
import { useCommandContext } from './context.ts';
import { searchCommands, titleOf } from './match.ts';
import { commands } from './registry.ts';
import { runCommand } from './run.ts';
import { Keys } from './ShortcutSheet.tsx';
import { searchComponents } from './search-components.ts';

/** Every command and every component by name, from the keyboard. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const context = useCommandContext();
  const components = useStore(documentStore, (state) => state.parsed.document.components);
  const foundCommands = searchCommands(commands, query, context);
  const foundComponents = context.open ? searchComponents(components, query) : [];
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      size={600}
      yOffset="12vh"
      centered={false}
      overlayProps={{ blur: 0 }}
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      maxHeight={440}
      scrollable
      transitionProps={{ duration: 80 }}
      returnFocus
    >
      <Spotlight.Search
        placeholder="Find a command or component"
        aria-label="Find a command or component"
        leftSection={<IconSearch size={16} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {foundComponents.length > 0 && (
          <Spotlight.ActionsGroup label="Components">
            {foundComponents.map(({ name, component }) => (
              <ComponentAction key={name} name={name} kind={component.kind} engine={component.engine} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {foundCommands.length > 0 && (
          <Spotlight.ActionsGroup label="Commands">
            {foundCommands.map((command) => (
              <CommandAction key={command.id} command={command} context={context} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {foundCommands.length + foundComponents.length === 0 && (
          <Spotlight.Empty>No command or component is called that.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function CommandAction({ command, context }: { command: Command; context: CommandContext }) {
  const Icon = command.icon;
  const shortcut = command.shortcut?.[0];
  return (
    <Spotlight.Action onClick={() => void runCommand(command)} className={classes.action}>
      <span className={classes.icon}>{Icon && <Icon size={16} stroke={1.6} />}</span>
      <span className={classes.title}>{titleOf(command, context)}</span>
      <span className={classes.category}>{command.category}</span>
      {shortcut && <Keys shortcut={shortcut} silent />}
    </Spotlight.Action>
  );
}

function ComponentAction({ name, kind, engine }: { name: string; kind: Kind; engine: string | undefined }) {
  const show = () => {
    viewStore.setState({ tab: 'design' });
    spotlight.close();
    showComponent(name, true);
  };
  return (
    <Spotlight.Action className={classes.action} onClick={show}>
      <ComponentIcon kind={kind} engine={engine} size={20} />
      <span className={classes.title}>{name}</span>
      <span className={classes.category}>{engine ?? kind}</span>
    </Spotlight.Action>
  );
}
