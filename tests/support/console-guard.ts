import type { BrowserContext, Page } from '@playwright/test';

/** Collects what a page must never do: throw, log an error, break the content security policy, ask for what is not there. */
export class ConsoleGuard {
  readonly #complaints: string[] = [];
  #expected: RegExp[] = [];

  /** Watches every page of a context, also those that open later. */
  watch(context: BrowserContext): void {
    for (const page of context.pages()) this.#watchPage(page);
    context.on('page', (page) => this.#watchPage(page));
  }

  /** From now on such complaints are part of the test: a killed server, say. */
  expect(...patterns: RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** What was complained of and not expected. */
  complaints(): string[] {
    return this.#complaints.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  #watchPage(page: Page): void {
    page.on('pageerror', (error) =>
      this.#complaints.push(`uncaught: ${error.name} ${error.message} ${error.stack ?? ''}`),
    );
    page.on('console', (message) => {
      // Violations of the content security policy are logged as errors.
      if (message.type() === 'error')
        this.#complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('requestfailed', (request) => {
      // A page that is left while it still loads cancels its requests.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
        this.#complaints.push(`${request.failure()?.errorText} ${request.url()}`);
      }
    });
  }
}
