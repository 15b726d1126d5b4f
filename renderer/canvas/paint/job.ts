import type { ProblemCount } from '../../state/problems.ts';
import type { Level } from '../geometry/lod.ts';
import type { Scene } from '../scene/scene.ts';
import type { Painting } from './frame.ts';
import type { Palette } from './palette.ts';

/** What is painted, and how. */
export interface PaintJob {
  scene: Scene;
  palette: Palette;
  level: Level;
  painting: Painting;
  selected: ReadonlySet<string>;
  selectedEdges: ReadonlySet<string>;
  problems: ReadonlyMap<string, ProblemCount>;
  /** Drawn by somebody else: elements, or what is being dragged. */
  absent: ReadonlySet<string>;
}
