import { expect, NETWORK, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { PASSWORD } from '../support/process.ts';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a colleague is invited, joins, and gets another role', async ({ page, shop, browser, allowConsole }) => {
      allowConsole(/status of 422/);
      await page.context().addCookies([shop.cookie('admin')]);
      await page.goto('/admin/people');
      await page.getByLabel('Role').last().selectOption('Manager');
      await page.getByRole('button', { name: 'Make a link' }).click();
      await expect(page.getByRole('heading', { name: 'The link is ready' })).toBeVisible();
      const link = await page.locator('.panel--new a').getAttribute('href');

      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const guest = await context.newPage();
      await guest.goto(link!);
      await expect(guest.getByRole('heading', { name: 'Join the shop (Manager)' })).toBeVisible();
      await guest.getByLabel('Name').fill('mei');
      await guest.getByLabel('Password').fill(PASSWORD);
      await guest.getByRole('button', { name: 'Go to the back office' }).click();
      await expect(guest.getByRole('alert').filter({ hasText: 'Not saved yet' })).toBeVisible();
      await expect(guest.getByText('This name is taken.')).toBeVisible();
      await expect(guest.getByLabel('Name')).toHaveValue('mei');
      await guest.getByLabel('Name').fill('Ana');
      await guest.getByLabel('Password').fill(PASSWORD);
      await guest.getByRole('button', { name: 'Go to the back office' }).click();
      await expect(guest).toHaveURL(/\/admin$/, { timeout: ALIVE });
      await guest.getByRole('button', { name: 'More' }).click();
      await expect(guest.getByRole('link', { name: 'Activity' })).toBeVisible();
      await expect(guest.getByRole('link', { name: 'People', includeHidden: true })).toHaveCount(0);

      await page.goto('/admin/people');
      const row = page.locator('[data-person=Ana]');
      await row.locator('summary').click();
      await row.getByLabel('Role').selectOption('Staff');
      await row.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
      if (scripts) {
        // The page of whoever has lost a right loads anew by itself.
        await expect(guest.getByRole('link', { name: 'Activity' })).toHaveCount(0);
      }
      await context.close();
    });
  });
}

test('whoever is signed out from elsewhere sees nothing more', async ({ shop, openDesk, page, allowConsole }) => {
  allowConsole(NETWORK);
  await shop.api().order();
  const mei = await openDesk('mei');
  await expect(mei.card(1)).toBeVisible();
  const other = await mei.page.context().newPage();
  await other.goto('/admin/profile');
  await expect(other.getByRole('heading', { name: 'My account', level: 1 })).toBeVisible();
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/people');
  const row = page.locator('[data-person=mei]');
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Disable: mei' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Disabled and signed out.' })).toBeVisible();
  await mei.expectLink('signed-out');
  await expect(mei.cards).toHaveCount(0);
  await expect(mei.toasts).toHaveCount(0);
  await expect(other.getByRole('heading', { name: 'My account' })).toHaveCount(0);
});

test('the last owner is told why nothing was done', async ({ page, shop, allowConsole }) => {
  allowConsole(/status of 409/);
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/people');
  const row = page.locator('[data-person=admin]');
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Disable: admin' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This is the last owner' })).toBeVisible();
});
