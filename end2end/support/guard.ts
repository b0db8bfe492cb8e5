import type { Browser, BrowserContext, ConsoleMessage, WebError } from '@playwright/test';

/** Hears everything that a page complains of, in any window of the test. */
export class Guard {
  private readonly heard: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** A test that cuts lines or provokes a refusal says so. */
  readonly allowConsole = (pattern: RegExp): void => {
    this.allowed.push(pattern);
  };

  /** Listens to the windows that `browser` opens from now on. */
  watch(browser: Browser): () => void {
    const onContext = (context: BrowserContext): void => {
      context.on('console', this.onConsole);
      context.on('weberror', this.onError);
    };
    browser.on('context', onContext);
    return () => browser.off('context', onContext);
  }

  /** What was complained of and not allowed. */
  complaints(): string[] {
    return this.heard.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }

  private readonly onConsole = (message: ConsoleMessage): void => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      this.heard.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  };

  private readonly onError = (error: WebError): void => {
    const { name, message, stack } = error.error();
    this.heard.push(`not caught: ${stack || `${name}: ${message}`} (${error.page()?.url() ?? ""})`);
  };
}
