import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Shop } from '../support/shop.ts';

/** Switches the board on, and gives its address. */
async function link(page: Page, shop: Shop): Promise<string> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/board');
  await page.getByRole('button', { name: 'Switch the board on' }).click();
  await expect(page.getByRole('img', { name: 'The link as a QR code' })).toBeVisible();
  return (await page.locator('.link').getAttribute('href'))!;
}

test('a number moves from one column to the other while the board hangs there', async ({ page, shop, browser }) => {
  const board = await browser.newPage();
  await board.goto(await link(page, shop));
  const number = (key: string) => board.locator(`[data-key="${key}"]`);
  const order = await shop.api().order();
  await shop.api('mei').changeAll(order, 'accepted', 'preparing');
  await expect(number(`work-${order.number}`)).toBeVisible();
  await shop.api('mei').changeAll({ ...order, version: 3 }, 'ready');
  await expect(number(`ready-${order.number}`)).toBeVisible();
  await expect(number(`work-${order.number}`)).toHaveCount(0);
  await board.close();
});

test('a new link ends the old one on its screen', async ({ page, shop, browser, allowConsole }) => {
  allowConsole(/status of 404/);
  const board = await browser.newPage();
  await board.goto(await link(page, shop));
  await expect(board.getByRole('heading', { name: 'Ready' })).toBeVisible();
  await page.getByRole('button', { name: 'Make a new link' }).click();
  await expect(board.getByText('There is no such page.')).toBeVisible({ timeout: 30_000 });
  await board.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the board shows what there is, and is switched off', async ({ page, shop, allowConsole }) => {
    allowConsole(/status of 404/);
    const address = await link(page, shop);
    const order = await shop.api().order();
    await shop.api('mei').change(order, 'accepted');
    await page.goto(address);
    await expect(page.locator(`[data-key="work-${order.number}"]`)).toBeVisible();
    await page.goto('/admin/board');
    await page.getByRole('button', { name: 'Switch the board off' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The board is switched off.' })).toBeVisible();
    const answer = await page.goto(address);
    expect(answer!.status()).toBe(404);
  });
});
