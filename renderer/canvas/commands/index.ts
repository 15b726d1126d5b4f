import type { Command } from '../../commands/command.ts';
import { alignments } from './align.ts';
import { copy, cut, duplicate, paste } from './clipboard.ts';
import { connect } from './connect.ts';
import { find } from './find.ts';
import { inspect } from './inspect.ts';
import { layout } from './layout.ts';
import { nudges } from './nudge.ts';
import { quickAdd } from './quick-add.ts';
import { redo } from './redo.ts';
import { remove } from './remove.ts';
import { rename } from './rename.ts';
import { selectAll, selectConnection, selectNone } from './selection.ts';
import { undo } from './undo.ts';
import { zoomIn, zoomOut, zoomReset, zoomToFit, zoomToSelection } from './zoom.ts';

/** What can be done on the canvas, for the registry. */
export const canvasCommands: readonly Command[] = [
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  rename,
  connect,
  remove,
  quickAdd,
  selectAll,
  selectNone,
  selectConnection,
  layout,
  ...alignments,
  ...nudges,
  find,
  zoomIn,
  zoomOut,
  zoomReset,
  zoomToFit,
  zoomToSelection,
  inspect,
];
