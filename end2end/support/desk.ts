import { expect, type Locator, type Page } from '@playwright/test';

export type LinkState = 'opening' | 'live' | 'lost' | 'signed-out' | 'unsupported';
export type ToastKind = 'order' | 'finish' | 'cancel' | 'psh' | 'reset';

/** How long a page may take to come to life: a debug build is large. */
export const ALIVE = 15_000;

/** The back office, as one administrator has it open. */
export class Desk {
  /** The popups that are shown. */
  readonly toasts: Locator;
  /** The chip that tells of the connection. */
  readonly link: Locator;
  /** The cards of the list, as they stand. */
  readonly cards: Locator;

  constructor(readonly page: Page) {
    this.toasts = page.locator('[data-toast]');
    this.link = page.locator('[data-link]');
    this.cards = page.locator('[data-order]');
  }

  async signInAs(session: string, url: string): Promise<void> {
    await this.page.context().addCookies([
      { name: 'orderbell_session', value: session, url, httpOnly: true, sameSite: 'Lax' },
    ]);
  }

  async open(): Promise<void> {
    await this.page.goto('/admin');
    await expect(this.link).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  }

  toast(kind: ToastKind): Locator {
    return this.page.locator(`[data-toast=${kind}]`);
  }

  /** The card of the order with that number of the day. */
  card(number: number): Locator {
    return this.page.locator(`[data-order="${number}"]`);
  }

  count(name: 'waiting' | 'open' | 'finished' | 'streams'): Locator {
    return this.page.locator(`[data-count=${name}]`);
  }

  /** The button below the popups that tells how many more there are. */
  get more(): Locator {
    return this.page.locator('.toaster__more');
  }

  async expectLink(state: LinkState): Promise<void> {
    await expect(this.link).toHaveAttribute('data-link', state);
  }

  async expectCounts(waiting: number, open: number, finished: number): Promise<void> {
    await expect(this.count('waiting')).toHaveText(String(waiting));
    await expect(this.count('open')).toHaveText(String(open));
    await expect(this.count('finished')).toHaveText(String(finished));
  }

  async expectStatus(number: number, status: string): Promise<void> {
    await expect(this.card(number)).toHaveAttribute('data-status', status);
  }

  /** The numbers of the orders in the list, from the top. */
  async numbers(): Promise<number[]> {
    const numbers = await this.cards.evaluateAll((cards) =>
      cards.map((card) => Number((card as HTMLElement).dataset['order'])));
    return numbers;
  }

  /**
   * Notes each popup and each state of a card from now on. What was noted is
   * gone with the page: it also tells that there was no reload.
   */
  async record(): Promise<void> {
    await this.page.evaluate(() => {
      const noted: Noted = { toasts: [], states: [] };
      const note = (element: Element): void => {
        const { toast, event, order, status } = (element as HTMLElement).dataset;
        if (toast && event) {
          noted.toasts.push(`${toast} ${event}`);
        }
        if (order && status) {
          noted.states.push({ order: Number(order), status });
        }
      };
      new MutationObserver((mutations) => {
        for (const { target, addedNodes, type } of mutations) {
          if (type === 'attributes') {
            note(target as Element);
          }
          for (const node of addedNodes) {
            if (node instanceof Element) {
              note(node);
              node.querySelectorAll('[data-toast], [data-order]').forEach(note);
            }
          }
        }
      }).observe(document.body, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-event', 'data-status'],
      });
      Object.assign(window, { noted });
    });
  }

  /** What was noted since `record`; fails if the page was loaded anew. */
  async noted(): Promise<Noted> {
    const noted = await this.page.evaluate(() => (window as { noted?: Noted }).noted);
    if (!noted) {
      throw new Error('the page was loaded anew');
    }
    return noted;
  }
}

export interface Noted {
  /** Kind and number of each popup, in the order in which they came. */
  toasts: string[];
  /** The states in which cards were drawn, in that order. */
  states: { order: number; status: string }[];
}
