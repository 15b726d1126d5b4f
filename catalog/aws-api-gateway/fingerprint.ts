/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: 32 bits, enough to tell a text from its last version. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
