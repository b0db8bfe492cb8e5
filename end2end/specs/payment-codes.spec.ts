import { expect, test } from '../fixtures.ts';
import { PICTURE } from '../support/picture.ts';

/** Longer than the page waits before it asks again. */
const ASKED_AGAIN = { timeout: 20_000 };

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a code is uploaded, shown to who has to pay, and removed', async ({ page, shop }) => {
      const order = await shop.api().order();
      await page.context().addCookies([shop.cookie('admin')]);
      await page.goto('/admin/settings');
      await page.getByLabel('Choose a picture of a code').setInputFiles(PICTURE);
      await page.getByRole('button', { name: 'Upload the code' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The photo is saved.' })).toBeVisible();
      const code = page.getByRole('img', { name: 'The shop’s payment code 1' });
      await expect(code).toHaveJSProperty('naturalWidth', 1);
      await page.goto(`/orders/${order.token}`);
      const pay = page.getByRole('region', { name: 'Pay by scanning' });
      await expect(pay).toContainText('¥32.00');
      await expect(code).toHaveJSProperty('naturalWidth', 1);
      await page.goto('/admin/settings');
      await page.getByRole('button', { name: 'Remove the photo: The shop’s payment code 1' }).click();
      await expect(code).toHaveCount(0);
      await page.goto(`/orders/${order.token}`);
      await expect(page.getByText(`#${order.number}`).first()).toBeVisible();
      await expect(pay).toHaveCount(0);
    });
  });
}

test('the code goes from the customer’s page when the order was paid, also after its end', async ({ browser, page, shop }) => {
  const paid = await shop.api().order();
  const rejected = await shop.api().order();
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/settings');
  await page.getByLabel('Choose a picture of a code').setInputFiles(PICTURE);
  await page.getByRole('button', { name: 'Upload the code' }).click();
  await expect(page.locator('.pay__image')).toBeVisible();
  const customers = await browser.newContext({ baseURL: shop.url });
  const [first, second] = [await customers.newPage(), await customers.newPage()];
  await first.goto(`/orders/${paid.token}`);
  await second.goto(`/orders/${rejected.token}`);
  await expect(second.locator('.pay')).toBeVisible();
  await shop.api('mei').call('PATCH', `/api/orders/${rejected.id}`, { status: 'rejected', version: 1 });
  await expect(second.locator('.badge--rejected')).toBeVisible();
  await expect(second.locator('.pay')).toHaveCount(0);
  await shop.api('mei').changeAll(paid, 'accepted', 'finished');
  await expect(first.locator('[data-link=over]')).toBeAttached();
  await expect(first.locator('.pay')).toBeVisible();
  await page.goto(`/admin/orders/${paid.id}`);
  await page.getByLabel('Paid').selectOption('wechat');
  await page.getByRole('button', { name: 'Note payment' }).click();
  await expect(first.locator('.pay')).toHaveCount(0, ASKED_AGAIN);
  await customers.close();
});
