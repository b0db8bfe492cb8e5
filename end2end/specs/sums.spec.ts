import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { sticksOut } from '../support/layout.ts';
import type { Shop, UserName } from '../support/shop.ts';

async function signIn(context: BrowserContext, shop: Shop, user: UserName = 'admin'): Promise<void> {
  await context.addCookies([{ name: 'orderbell_session', value: shop.sessions[user], url: shop.url }]);
}

/** The page of today's sums, by the way that people take. */
async function openToday(page: Page): Promise<void> {
  await page.goto('/admin/dashboard');
  await page.getByRole('link', { name: 'Today’s sums' }).click();
  await expect(page).toHaveURL(/\/admin\/days\/\d{4}-\d{2}-\d{2}$/);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a day is closed once nothing is open, and stays as it was', async ({ page, shop }) => {
      await signIn(page.context(), shop);
      const [first, second] = await shop.api().orderMany(2);
      await shop.api('mei').changeAll(first!, 'accepted', 'finished');
      await openToday(page);
      const open = page.locator(`[data-open="${second!.number}"]`);
      await expect(open.getByRole('link')).toHaveAttribute('href', `/admin/orders/${second!.id}`);
      await expect(page.getByRole('button', { name: 'Close this day' })).toHaveCount(0);

      await shop.api('mei').change(second!, 'cancelled');
      await page.reload();
      const revenue = page.locator('[data-key=totals-revenue]');
      const was = await revenue.innerText();
      await page.getByRole('button', { name: 'Close this day' }).click();
      await expect(page.getByText('The day is closed.')).toBeVisible();
      await expect(page.getByText(/admin closed this day at/)).toBeVisible();

      const late = await shop.api().order('Too late');
      await page.reload();
      await expect(page.locator(`[data-later="${late.number}"]`)).toContainText('placed after that');
      expect(await revenue.innerText()).toBe(was);
      await page.getByRole('link', { name: 'Days', exact: true }).click();
      await expect(page.locator('.row[data-closed]')).toContainText('since it was closed: 1');
    });

    test('the dashboard shows today in figures, a picture and a table', async ({ page, shop }) => {
      await signIn(page.context(), shop);
      await page.goto('/admin/dashboard');
      await expect(page.getByText('There are no orders yet')).toBeVisible();
      await shop.api().orderMany(3);
      await page.reload();
      await expect(page.locator('[data-key=orders]')).toContainText('3 more');
      await expect(page.getByRole('img', { name: /orders by the hour/ })).toBeVisible();
      await page.getByText('As a table').click();
      await expect(page.locator('[data-sums=hours] tbody tr').first()).toContainText('3');
    });
  });
}

test('a day that somebody closes shows at once to who looks at days', async ({ browser, page, shop }) => {
  await shop.api('mei').changeAll(await shop.api().order(), 'accepted', 'finished');
  const other = await (await browser.newContext({ baseURL: shop.url })).newPage();
  await signIn(other.context(), shop);
  await other.goto('/admin/days');
  await expect(other.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  await expect(other.locator('.row[data-closed]')).toHaveCount(0);
  await signIn(page.context(), shop);
  await openToday(page);
  await page.getByRole('button', { name: 'Close this day' }).click();
  await expect(other.locator('.row[data-closed]')).toHaveCount(1);
  await other.context().close();
});

test.describe('without a page that keeps itself right', () => {
  test.use({ javaScriptEnabled: false });

  test('a day that changed meanwhile is looked at again', async ({ page, shop, allowConsole }) => {
    allowConsole(/status of 409/);
    await signIn(page.context(), shop);
    const order = await shop.api().order();
    await shop.api('mei').changeAll(order, 'accepted', 'finished');
    await openToday(page);
    const other = await shop.api().order();
    await shop.api('mei').changeAll(other, 'accepted', 'finished');
    await page.getByRole('button', { name: 'Close this day' }).click();
    await expect(page.getByRole('alert')).toContainText('have just changed');
    await page.getByRole('button', { name: 'Close this day' }).click();
    await expect(page.getByText('The day is closed.')).toBeVisible();
  });
});

test('sums are printed without what leads elsewhere', async ({ page, shop }) => {
  await signIn(page.context(), shop);
  const order = await shop.api().order();
  await shop.api('mei').changeAll(order, 'accepted', 'finished');
  await openToday(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.nav')).toBeHidden();
  await expect(page.locator('.header')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Close this day' })).toBeHidden();
  await expect(page.locator('[data-sums=totals]')).toBeVisible();
  // The paper of a receipt printer.
  await page.setViewportSize({ width: 302, height: 800 });
  expect(await sticksOut(page)).toBe(0);
});

test('staff see no sums', async ({ page, shop, allowConsole }) => {
  allowConsole(/status of 403/);
  await signIn(page.context(), shop, 'bo');
  await page.goto('/admin');
  await expect(page.getByRole('link', { name: 'Dashboard' })).toHaveCount(0);
  await page.goto('/admin/days');
  await expect(page.getByRole('alert')).toBeVisible();
});
