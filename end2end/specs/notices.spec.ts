import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import type { Shop, UserName } from '../support/shop.ts';
import type { BrowserContext } from '@playwright/test';

async function signIn(context: BrowserContext, shop: Shop, user: UserName = 'admin'): Promise<void> {
  await context.addCookies([{ name: 'orderbell_session', value: shop.sessions[user], url: shop.url }]);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('what popped up is found again, and read on all devices', async ({ page, shop, browser }) => {
      await signIn(page.context(), shop);
      await shop.api().order('Lin Xia');
      await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen');
      await page.goto('/admin/notices');
      await expect(page.locator('[data-unread]')).toHaveAttribute('data-unread', '2');
      const message = page.locator('[data-kind=message]');
      await expect(message).toContainText('Table 4 waits');
      await message.getByRole('button', { name: 'Mark read' }).click();
      await expect(page.locator('[data-kind=message][data-read]')).toBeVisible();
      await page.getByLabel('Unread only').check();
      await page.getByRole('button', { name: 'Filter' }).click();
      await expect(page).toHaveURL(/unread=1/);
      await expect(page.locator('[data-notice]')).toHaveCount(1);

      const other = await browser.newContext({ javaScriptEnabled: scripts, locale: 'en' });
      await signIn(other, shop);
      const phone = await other.newPage();
      await phone.goto(`${shop.url}/admin/profile`);
      await expect(phone.locator('[data-unread]')).toHaveAttribute('data-unread', '1');
      await page.getByRole('button', { name: 'Mark all read' }).click();
      await expect(page.locator('[data-unread]')).toBeHidden();
      if (!scripts) {
        await phone.reload();
      }
      await expect(phone.locator('[data-unread]')).toBeHidden();
      await other.close();
    });

    test('a message is answered, and one to several is kept when it is faulty', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await signIn(page.context(), shop);
      await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen');
      await page.goto('/admin/notices');
      await page.locator('[data-kind=message]').getByRole('link', { name: 'Reply' }).click();
      const composer = page.locator('form[action="/admin/messages"]');
      await expect(composer.getByLabel('mei', { exact: true })).toBeChecked();
      await expect(composer.getByLabel('Title')).toHaveValue('Re: Kitchen');
      await composer.getByRole('button', { name: 'Send' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'Not saved yet' })).toBeVisible();
      await expect(composer.getByLabel('Title')).toHaveValue('Re: Kitchen');
      await expect(composer.getByLabel('mei', { exact: true })).toBeChecked();
      await composer.getByLabel('Text').fill('On my way');
      await composer.getByLabel('Expires').selectOption('After 15 minutes');
      await composer.getByRole('button', { name: 'Send' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The message is sent.' })).toBeVisible();
      await expect(page.locator('[data-message]').first()).toContainText('delivered to 0 of 1');
    });

    test('a template fills the form', async ({ page, shop }) => {
      await signIn(page.context(), shop);
      await page.goto('/admin/messages');
      await page.locator('summary').filter({ hasText: 'Add a template' }).click();
      const form = page.locator('form[action="/admin/messages/templates"]');
      await form.getByLabel('Name').fill('Busy');
      await form.getByLabel('Text').fill('The kitchen is late');
      await form.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('link', { name: 'Busy' }).click();
      const composer = page.locator('form[action="/admin/messages"]');
      await expect(composer.getByLabel('Text')).toHaveValue('The kitchen is late');
    });
  });
}

test('a message to several pops up at each of them, and is counted as seen', async ({ page, shop, openDesk }) => {
  const desk = await openDesk('mei');
  await signIn(page.context(), shop);
  await page.goto('/admin/messages');
  const composer = page.locator('form[action="/admin/messages"]');
  await composer.getByLabel('mei', { exact: true }).check();
  await composer.getByLabel('Text').fill('Table 4 waits');
  await composer.getByRole('button', { name: 'Send' }).click();
  await expect(desk.toast('psh')).toContainText('Table 4 waits', { timeout: ALIVE });
  await expect(async () => {
    await page.goto('/admin/messages');
    await expect(page.locator('[data-message]').first()).toContainText('seen by 1 of 1', { timeout: 500 });
  }).toPass({ timeout: ALIVE });
});

test('what is closed on one device is read on the others, and the count follows what happens', async ({ shop, openDesk }) => {
  const [tablet, phone] = await Promise.all([openDesk('admin'), openDesk('admin')]);
  const unread = phone.page.locator('[data-unread]');
  await expect(unread).toBeHidden();
  const order = await shop.api().order();
  await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen');
  await expect(unread).toHaveAttribute('data-unread', '2');
  await expect(phone.toast('psh')).toHaveCount(1);
  await tablet.toast('psh').getByRole('button', { name: 'Close notification' }).click();
  await expect(phone.toast('psh')).toHaveCount(0);
  await expect(unread).toHaveAttribute('data-unread', '1');
  // An order's popup is closed here, and stays where somebody else may see it.
  await tablet.toast('order').getByRole('button', { name: 'Close notification' }).click();
  await expect(unread).toBeHidden();
  await expect(phone.toast('order')).toHaveCount(1);
  await shop.api('mei').change(order, 'accepted');
  await expect(phone.toast('order')).toHaveCount(0);
});
