import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import type { Shop } from '../support/shop.ts';

async function open(page: Page, shop: Shop, path = '/admin/counter'): Promise<void> {
  await page.context().addCookies([shop.cookie('bo')]);
  await page.goto(path);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('an order is taken at the counter, and accepted at once', async ({ page, shop }) => {
      await open(page, shop);
      await page.locator('#dish-1').fill('2');
      await expect(page.getByLabel('Accept at once')).toBeChecked();
      await page.getByRole('button', { name: 'Take the order' }).click();
      await expect(page).toHaveURL(/\/admin\/orders\/\d+/);
      await expect(page.locator('.detail__head')).toHaveAttribute('data-status', 'accepted');
      await expect(page.locator('main')).toContainText('Counter');
      await expect(page.locator('main')).toContainText('Taken by bo');
    });

    test('a dish is wanted in two ways, and what is wrong stays', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await open(page, shop);
      const first = page.locator('#dish-2');
      await first.fill('1');
      const row = page.locator('.dish').filter({ has: first });
      await row.getByLabel('Large').first().check();
      await page.locator('#dish-2-1').fill('3');
      await page.locator('#phone').fill('call me');
      await page.getByLabel('Accept at once').uncheck();
      await page.getByRole('button', { name: 'Take the order' }).click();
      await expect(page.locator('#phone')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('#dish-2-1')).toHaveValue('3');
      await expect(row.getByLabel('Large').first()).toBeChecked();
      await expect(page.getByLabel('Accept at once')).not.toBeChecked();
      await page.locator('#phone').fill('');
      await page.getByRole('button', { name: 'Take the order' }).click();
      await expect(page.locator('.detail__head')).toHaveAttribute('data-status', 'placed');
      await expect(page.locator('main')).toContainText('Large');
    });

    test('an order is edited until somebody accepts it', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 409/);
      const order = await shop.api().order();
      await open(page, shop, `/admin/orders/${order.id}`);
      await page.getByRole('link', { name: 'Change the order' }).click();
      await page.locator('#kept_0').fill('3');
      await page.getByText('Add dishes').click();
      await page.locator('#dish-24').fill('1');
      await page.getByRole('button', { name: 'Save the order' }).click();
      await expect(page.locator('.timeline').first()).toContainText('changed the order');
      await expect(page.locator('.lines').first()).toContainText('Jasmine Tea');
      await page.getByRole('link', { name: 'Change the order' }).click();
      await page.locator('#kept_0').fill('1');
      await shop.api('mei').change({ ...order, version: 2 }, 'accepted');
      await page.getByRole('button', { name: 'Save the order' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'mei was faster' })).toBeVisible();
      await expect(page.locator('#kept_0')).toHaveCount(0);
    });
  });
}

test('colleagues hear of an order that was taken', async ({ page, shop, openDesk }) => {
  const desk = await openDesk('mei');
  await open(page, shop);
  await page.locator('#dish-1').fill('1');
  await page.locator('#name').fill('Lin Xia');
  await page.getByLabel('Accept at once').uncheck();
  await page.getByRole('button', { name: 'Take the order' }).click();
  await expect(desk.page.locator('main')).toContainText('Lin Xia');
});

test('the customer sees at once what was edited', async ({ page, shop, browser }) => {
  const order = await shop.api().order();
  const customer = await browser.newPage({ baseURL: shop.url });
  await customer.goto(`/orders/${order.token}`);
  await expect(customer.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  await open(page, shop, `/admin/orders/${order.id}/edit`);
  await page.locator('#kept_0').fill('4');
  await page.getByRole('button', { name: 'Save the order' }).click();
  await expect(customer.locator('.lines')).toContainText('4×');
  await customer.close();
});

test('a page of an order that was accepted meanwhile says so', async ({ page, shop }) => {
  const order = await shop.api().order();
  await open(page, shop, `/admin/orders/${order.id}/edit`);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  await shop.api('mei').change(order, 'accepted');
  await expect(page.locator('.notice')).toContainText('This order was answered');
});
