import { IconAlertTriangle, IconCode, IconPackageExport, IconVectorSpline } from '@tabler/icons-react';
import { type BottomTab, showBottom, type Tab, viewStore } from '../../state/view.ts';
import type { Command, CommandIcon } from '../command.ts';

const tab = (name: Tab, title: string, shortcut: string, icon: CommandIcon): Command => ({
  id: `view.${name}`,
  title,
  category: 'View',
  keywords: ['tab'],
  shortcut: [shortcut],
  scope: 'text',
  icon,
  when: ({ open }) => open,
  run: () => {
    viewStore.setState({ tab: name });
  },
});

const bottom = (name: BottomTab, title: string, shortcut: string, icon: CommandIcon): Command => ({
  id: `view.${name}`,
  title,
  category: 'View',
  keywords: ['panel', 'text', 'source'],
  shortcut: [shortcut],
  scope: 'text',
  icon,
  when: ({ open }) => open,
  run: () => {
    viewStore.setState({ tab: 'design' });
    showBottom(name);
  },
});

export const showDesign = tab('design', 'Go to Design', 'alt+1', IconVectorSpline);
export const showGenerate = tab('generate', 'Go to Generate', 'alt+2', IconPackageExport);
export const showProblems = bottom('problems', 'Show problems', 'mod+shift+m', IconAlertTriangle);
export const showYaml = bottom('yaml', 'Show YAML', 'mod+shift+y', IconCode);
