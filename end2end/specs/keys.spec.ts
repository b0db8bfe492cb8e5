import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import type { Order } from '../support/api.ts';
import type { Shop } from '../support/shop.ts';

async function open(page: Page, shop: Shop, path = '/admin/orders'): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto(path);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  // The popups take Escape and the keyboard where they come.
  await expect(page.getByRole('button', { name: 'Keyboard: ?' })).toBeVisible();
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function row(page: Page, { id }: Order): ReturnType<Page['locator']> {
  return page.locator(`[data-key="${id}"]`);
}

test('keys lead from order to order, and do what the buttons do to that one alone', async ({ page, shop }) => {
  const [third, second, first] = await shop.api().orderMany(3) as [Order, Order, Order];
  await open(page, shop);
  const link = (order: Order) => row(page, order).locator('.order-row__number');
  await press(page, 'j');
  await expect(link(first)).toBeFocused();
  await press(page, 'j', 'j', 'j');
  await expect(link(third)).toBeFocused();
  await press(page, 'k', 'x');
  await expect(link(second)).toBeFocused();
  await expect(row(page, second).getByRole('checkbox')).toBeChecked();
  await press(page, 'k', 'a');
  await expect(row(page, first)).toHaveAttribute('data-status', 'accepted');
  await expect(row(page, second)).toHaveAttribute('data-status', 'placed');
  await expect(row(page, second).getByRole('checkbox')).toBeChecked();
  await press(page, 'f');
  await expect(row(page, first)).toHaveAttribute('data-status', 'finished');
  await expect(link(first)).toBeFocused();
  await press(page, 'j', 'o');
  await expect(page).toHaveURL(`/admin/orders/${second.id}`);
});

test('a row that goes gives the keyboard to the one in its place', async ({ page, shop }) => {
  const [third, second, first] = await shop.api().orderMany(3) as [Order, Order, Order];
  await open(page, shop, '/admin/orders?status=placed');
  await press(page, 'j', 'j', 'a');
  await expect(row(page, second)).toHaveCount(0);
  await expect(row(page, third).locator('.order-row__number')).toBeFocused();
  await shop.api('mei').change(third, 'accepted');
  await expect(row(page, third)).toHaveCount(0);
  await expect(row(page, first).locator('.order-row__number')).toBeFocused();
});

test('keys are for who types nothing and holds nothing', async ({ page, shop }) => {
  const order = await shop.api().order();
  await open(page, shop);
  await press(page, 'j', 'Control+a', 'Alt+a', '/');
  const filter = page.getByLabel('Number, name, phone or dish');
  await expect(filter).toBeFocused();
  await page.keyboard.type('jax/?');
  await expect(filter).toHaveValue('jax/?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(row(page, order)).toHaveAttribute('data-status', 'placed');
});

test('the keys are listed, and turned off for good', async ({ page, shop }) => {
  await shop.api().order();
  await open(page, shop);
  await expect(page.locator('[data-toast]')).toHaveCount(1);
  await press(page, '?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help.getByRole('listitem')).toHaveCount(8);
  await press(page, 'Escape');
  await expect(help).toBeHidden();
  await expect(page.locator('[data-toast]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Keyboard: ?' }).click();
  await help.getByRole('checkbox').uncheck();
  await help.getByRole('button', { name: 'Close' }).click();
  await open(page, shop);
  await press(page, 'j', '?');
  await expect(help).toBeHidden();
  await expect(page.locator('.order-row :focus')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keyboard: ?' }).click();
  await help.getByRole('checkbox').check();
  await press(page, 'Escape', 'j');
  await expect(page.locator('.order-row__number')).toBeFocused();
});

test('the page of today has them too', async ({ openDesk, shop }) => {
  const [older, newer] = await shop.api().orderMany(2) as [Order, Order];
  const desk = await openDesk('admin');
  await press(desk.page, 'j', 'j', 'a');
  await desk.expectStatus(older.number, 'accepted');
  // The card was drawn anew: its order has the keyboard. It waits for its answer a moment longer.
  await expect(desk.card(older.number).getByRole('button', { name: 'Finish' })).toBeEnabled();
  await press(desk.page, 'f');
  await desk.expectStatus(older.number, 'finished');
  await press(desk.page, 'k');
  await expect(desk.card(newer.number).getByRole('link').first()).toBeFocused();
  // Somebody else changes it.
  await shop.api('mei').change(newer, 'accepted');
  await desk.expectStatus(newer.number, 'accepted');
  await expect(desk.card(newer.number).getByRole('link').first()).toBeFocused();
  await press(desk.page, 'Enter');
  await expect(desk.page).toHaveURL(`/admin/orders/${newer.id}`);
});

test.describe('on a device that is touched', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('nobody is offered keys', async ({ page, shop }) => {
    await page.context().addCookies([shop.cookie('admin')]);
    await page.goto('/admin/orders');
    await expect(page.getByRole('heading', { name: 'All orders' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keyboard: ?' })).toBeHidden();
  });
});
