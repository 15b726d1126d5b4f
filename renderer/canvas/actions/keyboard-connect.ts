import { announce, canvasStore, requestFocus } from '../state.ts';
import { reveal } from '../view/viewport.ts';
import { connect, connectable, targetsOf } from './connect.ts';

/** Begins a connection by keyboard: the nearest legal target is offered first. */
export function beginKeyboardConnect(from: string): void {
  const [target] = targetsOf(from);
  if (target === undefined) {
    announce(`${from} cannot be connected to anything here`);
    return;
  }
  aim(from, target);
}

/** Offers the next legal target, or the one before. */
export function aimNext(step: 1 | -1): void {
  const { connecting } = canvasStore.getState();
  if (connecting?.by !== 'keyboard') return;
  const targets = targetsOf(connecting.from);
  const at = connecting.target === null ? -1 : targets.indexOf(connecting.target);
  const target = targets[(at + step + targets.length) % targets.length];
  if (target !== undefined) aim(connecting.from, target);
}

function aim(from: string, target: string): void {
  canvasStore.setState({ connecting: { from, by: 'keyboard', target } });
  reveal(target);
  const verdict = connectable(from, target);
  announce(
    `Connect ${from} to ${target}${verdict.ok ? ` by ${verdict.protocol}` : ''}? Enter connects, Escape cancels`,
  );
}

/** Draws the connection that is offered. */
export function confirmKeyboardConnect(): void {
  const { connecting } = canvasStore.getState();
  if (connecting?.by !== 'keyboard' || connecting.target === null) return;
  canvasStore.setState({ connecting: null });
  const refusal = connect(connecting.from, connecting.target);
  if (refusal !== undefined) announce(refusal);
  requestFocus(connecting.from);
}

/** Leaves everything as it was. */
export function cancelConnect(): void {
  const { connecting } = canvasStore.getState();
  if (!connecting) return;
  canvasStore.setState({ connecting: null });
  announce('Connecting cancelled');
}
