import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import type { Order } from '../support/api.ts';
import type { Shop } from '../support/shop.ts';

/** Notes what is printed in the place of printing it: width and tickets, in order. */
async function notePrints(context: BrowserContext): Promise<string[]> {
  const printed: string[] = [];
  await context.exposeFunction('notePrint', (what: string) => printed.push(what));
  await context.addInitScript(() => {
    window.print = () => {
      const tickets = [...document.querySelectorAll<HTMLElement>('[data-ticket]')].map(({ dataset }) => dataset['ticket']);
      const width = document.querySelector('main')?.className;
      const style = getComputedStyle(document.querySelector('.ticket__number')!).textAlign;
      (window.top as unknown as { notePrint: (what: string) => void }).notePrint(`${width} ${style} ${tickets.join(',')}`);
    };
  });
  return printed;
}

async function open(page: Page, shop: Shop, path: string): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto(path);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
}

test('who accepts an order prints its ticket, where the browser is set to', async ({ page, shop, context }) => {
  const printed = await notePrints(context);
  const [first, second, third, fourth, fifth] = await shop.api().orderMany(5) as [Order, Order, Order, Order, Order];
  const ticket = (...orders: Order[]) => `tickets tickets--58 center ${orders.map(({ id }) => id).join(',')}`;
  await open(page, shop, '/admin/orders');
  const row = ({ id }: Order) => page.locator(`[data-key="${id}"]`);
  const accept = page.locator('[name=do][value=accept]');
  // Not before it is set.
  await row(first).getByRole('checkbox').check();
  await accept.click();
  await expect(row(first)).toHaveAttribute('data-status', 'accepted');
  await page.getByLabel('When I accept an order').selectOption('58');
  await row(first).getByRole('checkbox').uncheck();
  await row(second).getByRole('checkbox').check();
  await row(third).getByRole('checkbox').check();
  await accept.click();
  await expect.poll(() => printed).toEqual([ticket(third, second)]);
  // Neither what is finished nor what a colleague accepts.
  await page.locator('[name=do][value=finish]').click();
  await expect(row(second)).toHaveAttribute('data-status', 'finished');
  // It is remembered, and holds for the order's page and for that of today.
  await open(page, shop, `/admin/orders/${fourth.id}`);
  await page.locator('.detail').getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => printed).toEqual([ticket(third, second), ticket(fourth)]);
  await page.locator('.detail').getByRole('button', { name: 'Finish' }).click();
  await expect(page.locator('.detail__head')).toHaveAttribute('data-status', 'finished');
  await open(page, shop, '/admin');
  const sixth = await shop.api().order();
  await shop.api('mei').change(sixth, 'accepted');
  const card = page.locator(`.card[data-order="${fifth.number}"]`);
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.poll(() => printed).toEqual([ticket(third, second), ticket(fourth), ticket(fifth)]);
  await expect(page.getByLabel('When I accept an order')).toHaveValue('58');
  await page.getByLabel('When I accept an order').selectOption('');
  // An undone step is no order that is accepted.
  await expect(page.locator('iframe')).toHaveCount(1);
});
