/** The parts of a keyboard event that matter; a `KeyboardEvent` is one. */
export interface KeyStroke {
  key: string;
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

interface Combination {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  enter: 'Enter',
  space: 'Space',
};

function combinationOf(shortcut: string): Combination {
  // A trailing plus is the key itself: `mod++`.
  const parts = shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
  const key = (parts.at(-1) ?? '').toLowerCase();
  const modifiers = new Set(parts.slice(0, -1));
  return { key, mod: modifiers.has('mod'), shift: modifiers.has('shift'), alt: modifiers.has('alt') };
}

/**
 * Whether a key stroke is a shortcut.
 *
 * @param shortcut as in `Command.shortcut`, e.g. `mod+shift+z`
 * @param mac `mod` is Command there and Ctrl elsewhere; the other of the two must not be pressed
 */
export function matches(shortcut: string, stroke: KeyStroke, mac: boolean): boolean {
  const wanted = combinationOf(shortcut);
  const [mod, other] = mac ? [stroke.metaKey, stroke.ctrlKey] : [stroke.ctrlKey, stroke.metaKey];
  if (mod !== wanted.mod || other || stroke.altKey !== wanted.alt) return false;
  const key = stroke.key === ' ' ? 'space' : stroke.key.toLowerCase();
  // Signs such as `?` need Shift on one layout and not on another: the sign decides, not the modifier.
  if (!isSign(wanted.key) && stroke.shiftKey !== wanted.shift) return false;
  // With Alt a key may give another sign (always on a Mac): the physical key tells which it is.
  const codes = [`Key${wanted.key.toUpperCase()}`, `Digit${wanted.key}`];
  return key === wanted.key || (stroke.altKey && codes.includes(stroke.code ?? ''));
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/.test(key);
}

/** Keys of a shortcut as people read them: `['Ctrl', 'Shift', 'Z']`, or the signs of a Mac. */
export function keysOf(shortcut: string, mac: boolean): string[] {
  const { key, mod, shift, alt } = combinationOf(shortcut);
  const keys: string[] = [];
  if (mod) keys.push(mac ? '⌘' : 'Ctrl');
  if (alt) keys.push(mac ? '⌥' : 'Alt');
  if (shift) keys.push(mac ? '⇧' : 'Shift');
  keys.push(
    NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1)),
  );
  return keys;
}

/** A shortcut as one text, for tooltips and menus: `Ctrl+Shift+Z`, on a Mac `⌘⇧Z`. */
export function shortcutText(shortcut: string, mac: boolean): string {
  return keysOf(shortcut, mac).join(mac ? '' : '+');
}

/** The shortcut in the notation of `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: string, mac: boolean): string {
  const { key, mod, shift, alt } = combinationOf(shortcut);
  const parts = [
    mod ? (mac ? 'Meta' : 'Control') : '',
    alt ? 'Alt' : '',
    shift ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}
