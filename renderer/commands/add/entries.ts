import { IconPlus } from '@tabler/icons-react';
import { catalog } from '#catalog';
import { addEntry } from '../../panels/add-entry.ts';
import { viewStore } from '../../state/view.ts';
import type { Command } from '../command.ts';

/** A command for every entry of the catalogue: `Add PostgreSQL`. */
export const addCommands: readonly Command[] = catalog.entries.map((entry) => ({
  id: `add.${entry.kind}${entry.engine === undefined ? '' : `-${entry.engine}`}`,
  title: `Add ${entry.title}`,
  category: 'Add',
  keywords: [entry.kind, ...entry.keywords],
  icon: IconPlus,
  when: ({ open }) => open,
  run: () => {
    viewStore.setState({ tab: 'design' });
    addEntry(entry);
  },
}));
