/** No end was found that this reader may trust. */
export const END = -1;
const LINE_FEED = 10;
const RETURN = 13;
export const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const QUOTE = 39;
const BACKSLASH = 92;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether a character (`NaN` at the text's end) parts a `:` or `-` from what follows. */
export function isBreak(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === RETURN || Number.isNaN(code);
}

/** What a character below 128 means inside of a plain scalar; 0 for most: nothing. */
const STOPS = new Uint8Array(128);
const [MAY_STOP, ENDS_IN_FLOW] = [1, 2];
for (const code of [TAB, LINE_FEED, RETURN, HASH, COLON]) STOPS[code] = MAY_STOP;
for (const character of ',[]{}') STOPS[character.charCodeAt(0)] = ENDS_IN_FLOW;

/** Whether a line ends at an offset, or what is left of it is a comment. */
export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === LINE_FEED) return true;
  if (code === RETURN) return text.charCodeAt(at + 1) === LINE_FEED;
  if (code !== HASH) return false;
  const before = at === 0 ? LINE_FEED : text.charCodeAt(at - 1);
  return before === SPACE || before === LINE_FEED;
}

/** Whether a scalar without quotes starts here that can be nothing else: a letter, digit, `_`, `/`, or a signed number. */
export function startsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === DASH) {
    const next = text.charCodeAt(at + 1);
    return next === DOT || (next >= 48 && next <= 57);
  }
  return (
    (code >= 97 && code <= 122) ||
    (code >= 47 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (code >= 0xc0 && code < 0x2000)
  );
}

/**
 * @param text the text
 * @param from where a plain scalar starts
 * @param flow whether it stands inside of brackets
 * @returns offset of what ends it (its trailing spaces are before that), or `END` for tabs and other rarities
 */
export function plainEnd(text: string, from: number, flow: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      if (code === BYTE_ORDER_MARK) return END;
      continue;
    }
    const stop = STOPS[code];
    if (stop === 0) continue;
    if (stop === ENDS_IN_FLOW) {
      if (flow) return at;
    } else if (code === COLON) {
      if (endsKey(text.charCodeAt(at + 1), flow)) return at;
    } else if (code !== HASH) return code === LINE_FEED || isLineEnd(text, at) ? at : END;
    else if (text.charCodeAt(at - 1) === SPACE) return at;
  }
  return flow ? END : text.length;
}

function endsKey(next: number, flow: boolean): boolean {
  return isBreak(next) || next === TAB || (flow && next < 128 && STOPS[next] === ENDS_IN_FLOW);
}

/** @returns offset after a quoted scalar on one line, or `END` where it has escapes or goes on below */
export function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return quote === QUOTE && text.charCodeAt(at + 1) === QUOTE ? END : at + 1;
    if (code === LINE_FEED || code === RETURN) return END;
    if (code === BACKSLASH && quote !== QUOTE) return END;
  }
  return END;
}
