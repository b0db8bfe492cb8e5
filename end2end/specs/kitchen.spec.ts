import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Shop } from '../support/shop.ts';

async function open(page: Page, shop: Shop, path = '/admin/kitchen'): Promise<void> {
  await page.context().addCookies([shop.cookie('bo')]);
  await page.goto(path);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a line is ticked off, taken back, and an order is ready', async ({ page, shop }) => {
      const order = await shop.api().order();
      await shop.api('mei').change(order, 'accepted');
      await open(page, shop);
      const lines = page.locator('[data-key^="line-"]');
      const first = lines.first();
      await first.getByRole('button', { name: /^Done/ }).click();
      await expect(first).toHaveAttribute('data-made', 'true');
      await first.getByRole('button', { name: /^Not done/ }).click();
      await expect(first).toHaveAttribute('data-made', 'false');
      for (const line of await lines.all()) {
        await line.getByRole('button', { name: /^Done/ }).click();
        await expect(line).toHaveAttribute('data-made', 'true');
      }
      await page.getByRole('button', { name: `Ready: #${order.number}` }).click();
      await expect(lines).toHaveCount(0);
      await expect(page.getByText('There is nothing to make now.')).toBeVisible();
    });

    test('by order, the way is kept', async ({ page, shop }) => {
      const order = await shop.api().order();
      await shop.api('mei').change(order, 'accepted');
      await open(page, shop);
      await page.getByRole('link', { name: 'By order' }).click();
      await expect(page.getByRole('link', { name: 'By order' })).toHaveAttribute('aria-current', 'true');
      await page.getByRole('button', { name: `Start: #${order.number}` }).click();
      await expect(page.getByRole('button', { name: `Start: #${order.number}` })).toHaveCount(0);
      await expect(page).toHaveURL(/by=order/);
    });
  });
}

test('two tablets show the same', async ({ page, shop, browser }) => {
  const order = await shop.api().order();
  await shop.api('mei').change(order, 'accepted');
  const context = await browser.newContext();
  const other = await context.newPage();
  await open(page, shop);
  await open(other, shop, `${shop.url}/admin/kitchen`);
  await page.locator('[data-key^="line-"]').first().getByRole('button', { name: /^Done/ }).click();
  await expect(other.locator('[data-key^="line-"]').first()).toHaveAttribute('data-made', 'true');
  await context.close();
});

test('buttons are large enough for wet fingers', async ({ page, shop }) => {
  const order = await shop.api().order();
  await shop.api('mei').change(order, 'accepted');
  await open(page, shop);
  for (const target of await page.locator('.kitchen :is(a, button)').all()) {
    const box = await target.boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
  }
});
