const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BYTES = 16;

/**
 * Id of a cluster: 16 bytes in the URL-safe alphabet of base 64, as `kafka-storage.sh format` wants it (KIP-631). The
 * same name always gives the same id, so that generating again does not make another cluster of the volume.
 *
 * @param name of the system and the component; no secret
 */
export function clusterId(name: string): string {
  const bytes = Array.from({ length: BYTES / 4 }, (_, part) => wordOf(`${part} ${name}`)).flatMap((word) => [
    (word >>> 24) & 0xff,
    (word >>> 16) & 0xff,
    (word >>> 8) & 0xff,
    word & 0xff,
  ]);
  // Small, so that the id does not begin with a hyphen: the tool would take it for an option.
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,6}/g) ?? [])
    .map((six) => ALPHABET[Number.parseInt(six.padEnd(6, '0'), 2)])
    .join('');
}

/** 32-bit FNV-1a with a last stir, so that texts that differ in one letter differ in every byte. */
function wordOf(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
