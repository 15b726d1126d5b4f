import type { FocusEvent, KeyboardEvent } from 'react';
import { select, selectionStore } from '../../state/selection.ts';
import { cancelDrag, isDragging } from '../actions/drag.ts';
import { aimNext, cancelConnect, confirmKeyboardConnect } from '../actions/keyboard-connect.ts';
import { announce, canvasStore, requestFocus } from '../state.ts';
import { focusCanvas, reveal } from '../view/viewport.ts';
import { walkOrder } from '../view/walk.ts';

const AIM: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Keys that commands cannot take, because what they do depends on what is under way. */
function onKeyDown(event: KeyboardEvent): void {
  const { connecting } = canvasStore.getState();
  const done = connecting?.by === 'keyboard' ? whileConnecting(event) : otherwise(event);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function whileConnecting({ key, shiftKey }: KeyboardEvent): boolean {
  const aim = key === 'Tab' ? (shiftKey ? -1 : 1) : AIM[key];
  if (aim !== undefined) aimNext(aim);
  else if (key === 'Enter') confirmKeyboardConnect();
  else if (key === 'Escape') cancelConnect();
  else return false;
  return true;
}

function otherwise({ key, shiftKey, target, currentTarget }: KeyboardEvent): boolean {
  if (key === 'Tab' && target instanceof HTMLElement) {
    const name = target.dataset.component;
    // From the buttons over the drawing Tab goes on as anywhere, or the drawing would hold it for ever.
    const inDrawing = name !== undefined || target === currentTarget;
    return inDrawing && walk(name, shiftKey ? -1 : 1);
  }
  if (key !== 'Escape') return false;
  if (isDragging()) cancelDrag();
  else if (canvasStore.getState().connecting) cancelConnect();
  else if (target instanceof HTMLElement && target.dataset.component !== undefined) focusCanvas();
  else return false;
  return true;
}

/** Goes on along the connections; at either end the focus leaves the components as it would anywhere else. */
function walk(name: string | undefined, step: 1 | -1): boolean {
  const order = walkOrder(canvasStore.getState().scene);
  const from = name === undefined ? (step === 1 ? startOf(order) : order.length) : order.indexOf(name) + step;
  if (name === undefined && step === -1) return false;
  const next = order[from];
  if (next === undefined) return false;
  select({ components: [next] });
  reveal(next);
  requestFocus(next);
  return true;
}

/** Tab into the drawing goes on where the selection is. */
function startOf(order: readonly string[]): number {
  const [selected] = selectionStore.getState().components;
  return selected === undefined ? 0 : Math.max(0, order.indexOf(selected));
}

/** A component that gets the focus by keyboard is selected; what was selected with it stays. */
function onFocus({ target }: FocusEvent): void {
  const name = target instanceof HTMLElement ? target.dataset.component : undefined;
  if (
    name === undefined ||
    selectionStore.getState().components.has(name) ||
    !target.matches(':focus-visible')
  )
    return;
  select({ components: [name] });
  announce(`${name} selected`);
}

const HANDLERS = { onKeyDown, onFocus };

export const useCanvasKeys = () => HANDLERS;
