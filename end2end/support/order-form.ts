import { expect, type Locator, type Page } from '@playwright/test';
import { ALIVE } from './desk.ts';

/** The shop's page, by ids and names that stay the same in both languages. */
export class OrderForm {
  readonly name: Locator;
  readonly phone: Locator;
  readonly note: Locator;
  readonly send: Locator;
  readonly total: Locator;
  /** The words above the form that tell that nothing was ordered. */
  readonly refusal: Locator;

  constructor(readonly page: Page) {
    this.name = page.locator('#name');
    this.phone = page.locator('#phone');
    this.note = page.locator('#note');
    this.send = page.locator('.order-form__send');
    this.total = page.locator('.total__amount');
    this.refusal = page.locator('.order-form__refusal');
  }

  /** Opens the shop; where scripts run, waits until the form is alive. */
  async open(scripts: boolean): Promise<void> {
    await this.page.goto('/');
    if (scripts) {
      await expect(this.page.locator('.order-form--alive')).toBeVisible({ timeout: ALIVE });
    }
  }

  /** The field that says how many of a dish. */
  quantity(item: number): Locator {
    return this.page.locator(`#dish-${item}`);
  }

  /** Fills everything in that an order takes. */
  async fill(name = 'Lin Xia', lines: Record<number, string> = { 1: '1' }): Promise<void> {
    for (const [item, quantity] of Object.entries(lines)) {
      await this.quantity(Number(item)).fill(quantity);
    }
    await this.name.fill(name);
    await this.phone.fill('138 0013 8000');
  }

  /** Has it counted up; where scripts run, that is done with each change. */
  async count(scripts: boolean): Promise<void> {
    if (!scripts) {
      await this.page.getByRole('button', { name: 'Add it up' }).click();
    }
  }

  /** Presses the button, and waits for the order's page. */
  async sendAndArrive(): Promise<string> {
    await this.send.click();
    await this.page.waitForURL(/\/orders\/\w+$/);
    return new URL(this.page.url()).pathname.split('/').at(-1)!;
  }

  /** A field is marked, and says what is wrong with it. */
  async expectFault(field: Locator, text: string): Promise<void> {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    const [id] = (await field.getAttribute('aria-describedby'))!.split(' ');
    await expect(this.page.locator(`#${id}`)).toHaveText(text);
  }
}
