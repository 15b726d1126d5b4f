import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { ComponentIcon } from '../app/ComponentIcon.tsx';
import { showComponent } from '../app/show-component.ts';
import { documentStore } from '../state/document.ts';
import { viewStore } from '../state/view.ts';
import classes from './CommandPalette.module.css';
import type { CommandContext } from './command.ts';
import { useCommandContext } from './context.ts';
import { searchCommands, titleOf } from './match.ts';
import { commands } from './registry.ts';
import { runCommand } from './run.ts';
import { Keys } from './ShortcutSheet.tsx';

/** Most components that one search lists; typing on narrows them. */
const MOST_COMPONENTS = 12;

/** Every command and every component by name, from the keyboard. */
export function CommandPalette() {
  const [query, setQuery] = useState('');
  const context = useCommandContext();
  const found = searchCommands(commands, query, context);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      size={600}
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
        {query !== '' && context.open && <Components query={query} />}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label="Commands">
            {found.map((command) => (
              <CommandAction key={command.id} id={command.id} context={context} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length === 0 && <Spotlight.Empty>No command is called that.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function CommandAction({ id, context }: { id: string; context: CommandContext }) {
  const command = commands.find((candidate) => candidate.id === id);
  if (!command) return null;
  const Icon = command.icon;
  const shortcut = command.shortcut?.[0];
  return (
    <Spotlight.Action onClick={() => void runCommand(command)} className={classes.action}>
      <span className={classes.icon}>{Icon && <Icon size={16} stroke={1.6} />}</span>
      <span className={classes.title}>{titleOf(command, context)}</span>
      <span className={classes.category}>{command.category}</span>
      {shortcut && <Keys shortcut={shortcut} />}
    </Spotlight.Action>
  );
}

function Components({ query }: { query: string }) {
  const components = useStore(documentStore, (state) => state.parsed.document.components);
  const wanted = query.trim().toLowerCase();
  const names = Object.keys(components).filter((name) => name.includes(wanted));
  names.sort((a, b) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)) || a.length - b.length);
  if (names.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label="Components">
      {names.slice(0, MOST_COMPONENTS).map((name) => {
        const component = components[name];
        return (
          component && (
            <Spotlight.Action
              key={name}
              className={classes.action}
              onClick={() => {
                viewStore.setState({ tab: 'design' });
                spotlight.close();
                showComponent(name, true);
              }}
            >
              <ComponentIcon kind={component.kind} engine={component.engine} size={20} />
              <span className={classes.title}>{name}</span>
              <span className={classes.category}>{component.engine ?? component.kind}</span>
            </Spotlight.Action>
          )
        );
      })}
    </Spotlight.ActionsGroup>
  );
}
