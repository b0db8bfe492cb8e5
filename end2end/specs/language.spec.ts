import { expect, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

const TITLE = { en: /^Menu · /, zh: /^菜单 · / };
const TAG = { en: 'en', zh: /^zh/ };

test.describe('a browser that asks for', () => {
  for (const [locale, language] of [['en-GB', 'en'], ['zh-CN', 'zh'], ['zh-TW', 'zh'], ['fr-FR', 'zh']] as const) {
    test.describe(locale, () => {
      test.use({ locale });
      test(`gets ${language}`, async ({ page }) => {
        await page.goto('/');
        await expect(page).toHaveTitle(TITLE[language]);
        await expect(page.locator('html')).toHaveAttribute('lang', TAG[language]);
      });
    });
  }
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a choice beats what the browser asks for, and leads back to the same page', async ({ page, shop }) => {
      const order = await shop.api().order();
      await page.goto(`/orders/${order.token}`);
      await expect(page).toHaveTitle(/^Order #1/);
      await page.getByRole('button', { name: '中文' }).click();
      await expect(page).toHaveTitle(/^订单 #1/);
      await expect(page).toHaveURL(new RegExp(`/orders/${order.token}$`));
      await expect(page.locator('html')).toHaveAttribute('lang', TAG.zh);
      await expect(page.locator('.lines__name')).toHaveText('红烧牛肉面');
      await expect(page.getByRole('button', { name: '中文' })).toHaveAttribute('aria-pressed', 'true');
      await page.goto('/');
      await expect(page).toHaveTitle(TITLE.zh);
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page).toHaveTitle(TITLE.en);
    });
  });
}

test('the back office speaks another language without being loaded anew', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin', { locale: 'en-GB' });
  const { page } = desk;
  await shop.api().order('林夏');
  await expect(desk.toast('order')).toContainText(/#1\s*New order · 林夏 · ¥32\.00/);
  await page.locator('.message textarea').fill('Half a sen');
  await desk.record();

  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', TAG.zh);
  await expect(page).toHaveTitle(/^\(1\) 今日订单/);
  // What the server drew, what lives, and what says that it does.
  await expect(page.locator('.nav')).toContainText('菜单');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('今日订单');
  await expect(page.locator('.counters')).toContainText('待接单');
  await expect(desk.link).toContainText('实时');
  await expect(desk.card(1)).toContainText('红烧牛肉面');
  await expect(desk.card(1).getByRole('button', { name: '接单', exact: true })).toBeVisible();
  await expect(desk.toast('order')).toContainText(/#1\s*新订单 · 林夏 · ¥32\.00/);
  await expect(desk.toast('order')).toHaveAttribute('aria-label', /新订单/);
  await expect(page.locator('.message textarea')).toHaveValue('Half a sen');
  await expect(page.getByRole('button', { name: '中文' })).toBeFocused();

  // It goes on in that language, and back.
  await shop.api().order('May');
  await expect(desk.toast('order')).toHaveCount(2);
  await expect(desk.toast('order').first()).toContainText(/新订单 · May/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveTitle(/^\(2\) Today/);
  await expect(desk.toast('order').first()).toContainText(/New order · May/);
  const { toasts } = await desk.noted();
  expect(new Set(toasts).size).toBe(2);
});

test('the shop speaks another language, and keeps what was chosen and typed', async ({ page }) => {
  const form = new OrderForm(page);
  await form.open(true);
  await form.name.fill('Lin Xia');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveTitle(TITLE.zh);
  await expect(page.locator('html')).toHaveAttribute('lang', TAG.zh);
  await expect(form.name).toHaveValue('Lin Xia');
  await expect(page.getByRole('button', { name: '中文' })).toHaveAttribute('aria-pressed', 'true');
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('the language of a refused form can be changed without leaving the shop', async ({ page, allowConsole }) => {
  allowConsole(/status of 422/);
  const form = new OrderForm(page);
  await form.open(true);
  await form.send.click();
  await expect(form.refusal).not.toBeEmpty();
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveTitle(TITLE.zh);
  await expect(page).toHaveURL(/\/$/);
});

test('a page follows when another tab chooses a language, and does not mix two', async ({ page, shop }) => {
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await expect(page.locator('[data-link=live]')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/');
  await other.getByRole('button', { name: '中文' }).click();
  await expect(other).toHaveTitle(TITLE.zh);
  await shop.api('mei').changeAll(order, 'accepted');
  await expect(page.locator('html')).toHaveAttribute('lang', TAG.zh);
  await expect(page).toHaveTitle(/已接单/);
  await expect(page.locator('[data-link=live]')).toContainText('实时');
  await expect(page.getByRole('button', { name: '中文' })).toHaveAttribute('aria-pressed', 'true');
});

test.describe('a back office in Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('speaks Chinese in everything that comes to life', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin');
    await shop.api().order('林夏');
    await expect(desk.toast('order')).toContainText(/#1\s*新订单 · 林夏 · ¥32\.00/);
    await expect(desk.link).toContainText('实时');
    await expect(desk.page).toHaveTitle(/^\(1\) 今日订单/);
    await desk.card(1).getByRole('button', { name: '接单' }).click();
    await expect(desk.card(1)).toContainText(/admin 于 \d\d:\d\d 设为“已接单”/);
    await expect(desk.card(1)).toContainText('红烧牛肉面');
  });
});
