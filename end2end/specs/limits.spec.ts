import { expect, test } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';
import { OrderForm } from '../support/order-form.ts';

/** Longer than a full server asks a page to wait. */
const BACK = { timeout: 45_000 };

test.describe('a user who may have one page', () => {
  test.use({ serverOptions: ['--max-streams-per-user', '1'] });

  test('is told so by the second, which takes over when the first goes', async ({ shop, openDesk, allowConsole }) => {
    allowConsole(/status of 429/);
    const first = await openDesk('admin');
    const second = new Desk(await first.page.context().newPage());
    await second.page.goto('/admin');
    await second.expectLink('lost');
    await expect(second.link).toContainText('Too many pages are open, please close some');
    await first.expectLink('live');
    await first.page.close();
    await expect(second.link).toHaveAttribute('data-link', 'live', BACK);
    await shop.api().order();
    await expect(second.toasts).toHaveCount(1);
  });
});

test('a user who is disabled is signed out in every page, and hears nothing any more', async ({ shop, openDesk, allowConsole }) => {
  allowConsole(/status of 401/);
  const [admin, mei] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await shop.command('user', 'disable', 'mei');
  await mei.expectLink('signed-out');
  await shop.api().order();
  await expect(admin.toasts).toHaveCount(1);
  await expect(mei.toasts).toHaveCount(0);
});

test.describe('an address that orders too often', () => {
  test.use({ serverOptions: ['--orders-per-minute-per-address', '1'] });

  for (const scripts of [true, false]) {
    test.describe(`with JavaScript ${scripts ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled: scripts });

      test('is told to wait, and what was typed stays', async ({ page, shop, allowConsole }) => {
        allowConsole(/status of 429/);
        await shop.api().order();
        const form = new OrderForm(page);
        await form.open(scripts);
        await form.fill('Lin Xia');
        await form.send.click();
        await expect(form.refusal).toContainText('Please wait a minute and press again.');
        await expect(form.name).toHaveValue('Lin Xia');
        expect(await shop.api('admin').orders()).toHaveLength(1);
      });
    });
  }

  test('is told after how many seconds to come back', async ({ page, shop, allowConsole }) => {
    allowConsole(/status of 429/);
    await shop.api().order();
    const form = new OrderForm(page);
    await form.open(true);
    await form.fill('Lin Xia');
    const answered = page.waitForResponse('**/order');
    await form.send.click();
    expect((await answered).headers()['retry-after']).toMatch(/^\d+$/);
  });
});
