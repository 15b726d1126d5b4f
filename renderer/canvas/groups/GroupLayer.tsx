import { useStore } from 'zustand';
import { cardAt, intersects, type Rect } from '../geometry/rect.ts';
import { groupsOf } from '../scene/groups.ts';
import type { Live } from '../scene/live.ts';
import type { Scene } from '../scene/scene.ts';
import { canvasStore } from '../state.ts';
import { GroupRegion } from './GroupRegion.tsx';

/** The regions of bounded contexts, behind everything else. */
export function GroupLayer({ area }: { area: Rect }) {
  const scene = useStore(canvasStore, (state) => state.scene);
  const live = useStore(canvasStore, (state) => state.live);
  return groupsNow(scene, live)
    .filter(({ rect }) => intersects(rect, area))
    .map((group) => <GroupRegion key={group.context} group={group} />);
}

/** Regions that stretch with what is being dragged; the others keep their identity. */
function groupsNow(scene: Scene, live: Live | null) {
  if (!live || live.copying) return scene.groups;
  const rectOf = (name: string) => {
    const moved = live.moved.get(name);
    return moved ? cardAt(moved) : scene.rects.get(name);
  };
  return scene.groups.map((group) => {
    if (!group.members.some((name) => live.moved.has(name))) return group;
    return groupsOf(new Map([[group.context, group.members]]), rectOf)[0] ?? group;
  });
}
