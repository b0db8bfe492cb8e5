import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Shop } from '../support/shop.ts';

async function open(page: Page, shop: Shop, path = '/admin/menu'): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto(path);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a dish is sold out for today, and offered again', async ({ page, shop }) => {
      await open(page, shop);
      const dish = page.locator('[data-dish="1"]');
      await dish.getByRole('button', { name: 'Sold out today' }).click();
      await expect(dish.getByText('Sold out today', { exact: true }).first()).toBeVisible();
      await page.goto('/');
      await expect(page.locator('#dish-1')).toBeDisabled();
      await page.goto('/admin/menu');
      await dish.getByRole('button', { name: 'Offer again' }).click();
      await page.goto('/');
      await expect(page.locator('#dish-1')).toBeEnabled();
    });

    test('a dish is deleted, and brought back', async ({ page, shop }) => {
      await open(page, shop, '/admin/menu/dishes/1');
      const name = await page.getByLabel('Name in English').inputValue();
      await page.getByRole('button', { name: 'Delete the dish' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The dish is deleted.' })).toBeVisible();
      await expect(page.locator('[data-dish="1"]')).toHaveCount(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.locator('[data-dish="1"]')).toContainText(name);
    });

    test('of two who change a dish the second keeps what was typed', async ({ page, shop, browser, allowConsole }) => {
      allowConsole(/status of 409/);
      await open(page, shop, '/admin/menu/dishes/1');
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const other = await context.newPage();
      await open(other, shop, `${shop.url}/admin/menu/dishes/1`);
      await page.getByLabel('Price').fill('33');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.locator('[data-dish="1"]')).toContainText('¥33.00');
      await other.getByLabel('Price').fill('35');
      await other.getByRole('button', { name: 'Save' }).click();
      await expect(other.getByRole('alert').filter({ hasText: 'A colleague changed this' })).toBeVisible();
      await expect(other.getByLabel('Price')).toHaveValue('35');
      await expect(other.getByText('Saved meanwhile: 33.00')).toBeVisible();
      await other.getByRole('button', { name: 'Save' }).click();
      await expect(other.locator('[data-dish="1"]')).toContainText('¥35.00');
      await context.close();
    });
  });
}

test('a dish is moved with the keyboard alone', async ({ page, shop }) => {
  await open(page, shop);
  const first = page.locator('[data-dish]').first();
  await expect(first).toHaveAttribute('data-dish', '1');
  await first.getByRole('button', { name: 'Move down' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-dish]').nth(1)).toHaveAttribute('data-dish', '1');
  await expect(page).toHaveURL(/#dish-1$/);
});

test('staff may say what is sold out, and change nothing else', async ({ page, shop }) => {
  await page.context().addCookies([shop.cookie('bo')]);
  await page.goto('/admin/menu');
  const dish = page.locator('[data-dish="1"]');
  await expect(dish.getByRole('button')).toHaveCount(1);
  await expect(page.getByText('Add a category')).toHaveCount(0);
  await dish.getByRole('button', { name: 'Sold out today' }).click();
  await expect(dish.getByRole('button', { name: 'Offer again' })).toBeVisible();
});
