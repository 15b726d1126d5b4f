import { describe, expect, it } from 'vitest';
import { ariaShortcut, type KeyStroke, keysOf, matches, shortcutText } from './shortcut.ts';

const stroke = (key: string, parts: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...parts,
});

describe('matches', () => {
  it('takes Ctrl for mod, and Command on a Mac', () => {
    expect(matches('mod+z', stroke('z', { ctrlKey: true }), false)).toBe(true);
    expect(matches('mod+z', stroke('z', { ctrlKey: true }), true)).toBe(false);
    expect(matches('mod+z', stroke('z', { metaKey: true }), true)).toBe(true);
  });

  it('wants exactly the modifiers that are named', () => {
    expect(matches('mod+z', stroke('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matches('mod+shift+z', stroke('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('z', stroke('z', { metaKey: true }), false)).toBe(false);
    expect(matches('delete', stroke('Delete'), false)).toBe(true);
  });

  it('lets a sign be typed with or without Shift', () => {
    expect(matches('?', stroke('?', { shiftKey: true }), false)).toBe(true);
    expect(matches('?', stroke('?'), false)).toBe(true);
    expect(matches('mod++', stroke('+', { ctrlKey: true }), false)).toBe(true);
  });

  it('reads the physical key where Alt changes the letter', () => {
    expect(matches('alt+l', stroke('¬', { altKey: true, code: 'KeyL' }), true)).toBe(true);
  });

  it('knows the space bar', () => {
    expect(matches('space', stroke(' '), false)).toBe(true);
  });
});

describe('texts', () => {
  it('names the keys as on the keyboard', () => {
    expect(keysOf('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(shortcutText('mod+alt+arrowup', true)).toBe('⌘⌥↑');
    expect(shortcutText('f2', false)).toBe('F2');
    expect(ariaShortcut('mod+shift+z', false)).toBe('Control+Shift+Z');
  });
});
