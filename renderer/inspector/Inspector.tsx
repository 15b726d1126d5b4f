/** Placeholder until the parts stand. */
export function Inspector() {
  return <aside aria-label="Inspector" />;
}
