/** What both pages offer to the measurement, as `window.bench`. */
export interface BenchPage {
  /** Shows a document. */
  load(text: string): void;
  /** Brings everything into view. */
  fit(): void;
  /** The document's text as it is now; empty where the page has none. */
  text(): string;
}
