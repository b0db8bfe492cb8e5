import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Shop } from '../support/shop.ts';

async function open(page: Page, shop: Shop, path = '/admin/orders'): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto(path);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('orders are found, and the filter is kept', async ({ page, shop }) => {
      const order = await shop.api().order();
      await open(page, shop);
      await page.getByLabel('Number, name, phone or dish').fill(`#${order.number}`);
      await page.getByLabel('New', { exact: true }).check();
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await expect(page).toHaveURL(/status=placed&q=/);
      await expect(page.locator(`[data-key="${order.id}"]`)).toBeVisible();
      await page.getByText('Save this filter').click();
      await page.getByLabel('Name of the filter').fill('That one');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.goto('/admin/orders');
      await page.getByRole('link', { name: 'That one' }).click();
      await expect(page.getByLabel('New', { exact: true })).toBeChecked();
      await page.getByRole('button', { name: 'Delete the filter “That one”' }).click();
      await expect(page.getByRole('link', { name: 'That one' })).toHaveCount(0);
    });

    test('ticked orders are accepted together', async ({ page, shop }) => {
      const orders = [await shop.api().order(), await shop.api().order()];
      await open(page, shop);
      for (const { id } of orders) await page.locator(`[data-key="${id}"]`).getByRole('checkbox').check();
      await page.locator('[name=do]').filter({ hasText: 'Accept' }).click();
      await expect(page.getByText('Done: 2.')).toBeVisible();
      for (const { id } of orders) {
        await expect(page.locator(`[data-key="${id}"]`)).toHaveAttribute('data-status', 'accepted');
      }
    });

    test('tickets say how they are printed', async ({ page, shop }) => {
      const order = await shop.api().order();
      await open(page, shop, `/admin/orders/print?order=${order.id}`);
      await expect(page.getByRole('heading', { name: `#${order.number}` })).toBeVisible();
      await expect(page.getByText('Print with your browser')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(scripts ? 1 : 0);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByText('Print with your browser')).toBeHidden();
      await expect(page.getByRole('heading', { name: `#${order.number}` })).toBeVisible();
    });
  });
}
