/** Whether a time says which zone it is of; a date alone is of UTC. */
const ZONED = /(Z|[+-]\d\d(:?\d\d)?)$|^\d{4}-\d\d-\d\d$/i;

/**
 * An instant of the document in ISO 8601 and UTC, the same on every machine.
 *
 * @param text date and time; without a zone they are of UTC
 * @returns the text as it is where it is no instant: the database then refuses it
 */
export function instantOf(text: string): string {
  const instant = new Date(ZONED.test(text) ? text : `${text}Z`);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString();
}
