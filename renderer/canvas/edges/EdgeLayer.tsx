import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Rect } from '../geometry/rect.ts';
import { canvasStore } from '../state.ts';
import { EdgeChip, EdgePath } from './EdgePath.tsx';
import { useEdgeLooks } from './use-edge-looks.ts';

/** The edges near the visible part, under the cards. */
export function EdgeLayer({ area }: { area: Rect }) {
  const scene = useStore(canvasStore, (state) => state.scene);
  const live = useStore(canvasStore, (state) => state.live);
  const lookOf = useEdgeLooks();
  const near = useMemo(() => scene.edgeIndex.query(area), [scene, area]);
  const drawn = near.flatMap((id) => {
    const edge = scene.edgeById.get(id);
    const geometry = live?.geometry.get(id) ?? scene.routing.geometry.get(id);
    if (!edge || !geometry) return [];
    const component = Object.hasOwn(scene.document.components, edge.from)
      ? scene.document.components[edge.from]
      : undefined;
    return [{ edge, geometry, look: lookOf(id, edge.from, edge.to), fromKind: component?.kind }];
  });
  return (
    <>
      <svg className="aw-edges" aria-label="Connections">
        {drawn.map((props) => (
          <EdgePath key={props.edge.id} {...props} />
        ))}
      </svg>
      <div className="aw-chips" aria-hidden="true">
        {drawn.map(({ edge, geometry, look }) => (
          <EdgeChip
            key={edge.id}
            edge={edge}
            geometry={geometry}
            look={look}
            share={scene.chips.get(edge.id) ?? 0.5}
          />
        ))}
      </div>
    </>
  );
}
