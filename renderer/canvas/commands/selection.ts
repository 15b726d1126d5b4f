import { IconArrowsRightLeft, IconDeselect, IconSelectAll } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { clearSelection, select, selectionStore } from '../../state/selection.ts';
import { edgeInWords } from '../edges/edge-words.ts';
import { announce, canvasStore } from '../state.ts';
import { onDesign, withAny, withSelection } from './when.ts';

export const selectAll: Command = {
  id: 'select.all',
  title: 'Select all',
  category: 'Select',
  shortcut: ['mod+a'],
  scope: 'canvas',
  icon: IconSelectAll,
  when: withAny,
  run() {
    const { names } = canvasStore.getState().scene;
    select({ components: names });
    announce(`Selected all ${names.length} components`);
  },
};

export const selectNone: Command = {
  id: 'select.none',
  title: 'Clear selection',
  category: 'Select',
  shortcut: ['escape'],
  scope: 'canvas',
  icon: IconDeselect,
  when: withSelection,
  run: clearSelection,
};

/** The way to a connection without a pointer: goes through those of the selected component. */
export const selectConnection: Command = {
  id: 'select.connection',
  title: 'Select next connection',
  category: 'Select',
  keywords: ['edge', 'arrow', 'line'],
  shortcut: ['e'],
  scope: 'canvas',
  icon: IconArrowsRightLeft,
  when: (context) => onDesign(context) && (context.components.length === 1 || context.edges.length === 1),
  run({ components: [name], edges: [current] }) {
    const { scene } = canvasStore.getState();
    const home = name ?? lastHome;
    const incident = home === undefined ? [] : (scene.incident.get(home) ?? []);
    const at = incident.findIndex(({ id }) => id === current);
    const next = incident[(at + 1) % Math.max(incident.length, 1)];
    if (!next) {
      announce(`${home ?? 'It'} has no connections`);
      return;
    }
    lastHome = home;
    select({ edges: [next.id] });
    announce(`${edgeInWords(next, scene.document.components[next.from]?.kind)}, selected`);
  },
};

/** Component whose connections are being gone through. */
let lastHome: string | undefined;
selectionStore.subscribe(({ components }) => {
  const [only] = components;
  if (components.size === 1) lastHome = only;
});
