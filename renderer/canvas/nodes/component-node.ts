import type { Node } from '@xyflow/react';
import type { Position } from '#model';
import { CARD } from '../geometry/rect.ts';
import type { CardView } from './card-view.ts';

/** How a card takes part in what is going on. */
export type CardState = 'plain' | 'target' | 'refused' | 'aimed' | 'lit' | 'dim';

export type ComponentNodeData = {
  view: CardView;
  state: CardState;
  /** The one card that Tab reaches from outside. */
  reachable: boolean;
  renaming: boolean;
};

export type ComponentNode = Node<ComponentNodeData, 'component'>;

/** React Flow's node of a component. */
export function componentNode(
  name: string,
  position: Position,
  selected: boolean,
  data: ComponentNodeData,
): ComponentNode {
  return {
    id: name,
    type: 'component',
    position,
    selected,
    data,
    width: CARD.width,
    height: CARD.height,
    measured: CARD,
    focusable: false,
    zIndex: selected ? 1 : 0,
  };
}
