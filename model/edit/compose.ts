import type { TextChange } from './edit.ts';

/** A piece of a text after changes: a range of the text before, or what was inserted. */
type Piece = { from: number; to: number } | string;

/**
 * Joins two sets of changes into one, as if both were made at once.
 *
 * @param first changes of a text
 * @param second changes of the text after the first
 * @returns changes of the text before both
 */
export function composeChanges(first: readonly TextChange[], second: readonly TextChange[]): TextChange[] {
  if (first.length === 0) return [...second];
  if (second.length === 0) return [...first];
  return toChanges(edited(piecesAfter(first), second));
}

/** The text after changes, in pieces; the last one goes on to the end. */
function piecesAfter(changes: readonly TextChange[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { offset, remove, insert } of changes) {
    pieces.push({ from: at, to: offset }, insert);
    at = offset + remove;
  }
  pieces.push({ from: at, to: Number.POSITIVE_INFINITY });
  return pieces;
}

/** Makes changes to a text that is given in pieces. */
function edited(pieces: readonly Piece[], changes: readonly TextChange[]): Piece[] {
  const rest = pieces.filter((piece) => lengthOf(piece) > 0).reverse();
  const result: Piece[] = [];
  let at = 0;
  for (const { offset, remove, insert } of changes) {
    result.push(...take(rest, offset - at), insert);
    take(rest, remove);
    at = offset + remove;
  }
  return [...result, ...rest.reverse()];
}

/** Takes pieces of a total length from the end of a reversed list. */
function take(reversed: Piece[], length: number): Piece[] {
  const taken: Piece[] = [];
  let left = length;
  while (left > 0) {
    const piece = reversed.pop();
    if (piece === undefined) break;
    const size = lengthOf(piece);
    if (size > left) {
      taken.push(cut(piece, 0, left));
      reversed.push(cut(piece, left, size));
      break;
    }
    taken.push(piece);
    left -= size;
  }
  return taken;
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.to - piece.from;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return typeof piece === 'string' ? piece.slice(from, to) : { from: piece.from + from, to: piece.from + to };
}

/** What turns the text before into the text in pieces. */
function toChanges(pieces: readonly Piece[]): TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  let insert = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      insert += piece;
    } else if (piece.to > piece.from) {
      if (piece.from > at || insert !== '') changes.push({ offset: at, remove: piece.from - at, insert });
      insert = '';
      at = piece.to;
    }
  }
  return changes;
}
