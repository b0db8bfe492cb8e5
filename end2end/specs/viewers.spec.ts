import { expect, test } from '../fixtures.ts';
import type { Shop } from '../support/shop.ts';
import type { BrowserContext, Page } from '@playwright/test';

async function open(context: BrowserContext, shop: Shop, user: 'admin' | 'mei', id: number): Promise<Page> {
  await context.addCookies([shop.cookie(user)]);
  const page = await context.newPage();
  await page.goto(`/admin/orders/${id}`);
  return page;
}

test('who has an order open sees who else has', async ({ shop, browser }) => {
  const [order, other] = await shop.api().orderMany(2);
  const [admin, mei] = [await browser.newContext({ baseURL: shop.url }), await browser.newContext({ baseURL: shop.url })];
  const first = await open(admin, shop, 'admin', order!.id);
  // A second page of one's own is nobody else.
  const again = await open(admin, shop, 'admin', order!.id);
  await expect(first.getByText('this order open')).toHaveCount(0);
  const second = await open(mei, shop, 'mei', order!.id);
  await expect(second.getByText('admin has this order open.')).toBeVisible();
  await expect(first.getByText('mei has this order open.')).toBeVisible();
  // What is being typed stays.
  await first.getByText('Refund…').click();
  await first.getByLabel('Why').fill('cold');
  await second.goto(`/admin/orders/${other!.id}`);
  await expect(first.getByText('this order open')).toHaveCount(0);
  await expect(first.getByLabel('Why')).toHaveValue('cold');
  await second.goBack();
  await expect(first.getByText('mei has this order open.')).toBeVisible();
  await second.close();
  await expect(first.getByText('this order open')).toHaveCount(0);
  await again.close();
  await admin.close();
  await mei.close();
});
