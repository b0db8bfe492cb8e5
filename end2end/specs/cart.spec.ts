import { expect, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('what was put together is there after a reload, in another tab, and in the other language', async ({ page }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill('Lin Xia', { 1: '2', 21: '1' });
      await form.note.fill('less spicy');
      await form.count(scripts);
      await expect(form.total).toHaveText('¥73.00');
      await page.reload();
      await expect(form.quantity(1)).toHaveValue('2');
      await expect(form.name).toHaveValue('Lin Xia');
      await expect(form.note).toHaveValue('less spicy');
      const other = new OrderForm(await page.context().newPage());
      await other.open(scripts);
      await expect(other.quantity(21)).toHaveValue('1');
      await expect(other.page.locator('.summary__line')).toHaveText([/2 × Braised Beef Noodle Soup\s*¥64\.00/, /1 × Sour Plum Drink\s*¥9\.00/]);
      await page.getByRole('button', { name: '中文' }).click();
      await expect(form.quantity(1)).toHaveValue('2');
      await expect(page.locator('.summary__line').first()).toContainText('红烧牛肉面');
    });

    test('two tabs place one order', async ({ page, shop }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      const other = new OrderForm(await page.context().newPage());
      await other.open(scripts);
      await form.fill();
      const token = await form.sendAndArrive();
      await other.fill();
      expect(await other.sendAndArrive()).toBe(token);
      expect(await shop.api('admin').orders()).toHaveLength(1);
    });

    test('after an order the shop’s page leads to it, and begins another', async ({ page, shop }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill();
      const token = await form.sendAndArrive();
      await form.open(scripts);
      await expect(page.getByText('Your order #1 was placed.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Show it' })).toHaveAttribute('href', `/orders/${token}`);
      await expect(form.total).toHaveText('¥0.00');
      await form.fill();
      expect(await form.sendAndArrive()).not.toBe(token);
      expect(await shop.api('admin').orders()).toHaveLength(2);
    });

    test('who orders is remembered where that is wanted', async ({ page }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill();
      await page.getByLabel('Remember me on this device').check();
      await form.sendAndArrive();
      await form.open(scripts);
      await expect(form.name).toHaveValue('Lin Xia');
      await expect(form.phone).toHaveValue('138 0013 8000');
      await page.getByLabel('Remember me on this device').uncheck();
      await form.quantity(1).fill('1');
      await form.sendAndArrive();
      await form.open(scripts);
      await expect(form.name).toHaveValue('');
    });
  });
}

test('a dish is found by its words, and the rest comes back', async ({ page }) => {
  const form = new OrderForm(page);
  await form.open(true);
  const search = page.getByLabel('Find a dish');
  await search.fill('jasmine');
  await expect(page.locator('.dish:visible')).toHaveCount(1);
  // What changes meanwhile leaves it so.
  await form.quantity(24).fill('1');
  await expect(form.total).toHaveText('¥6.00');
  await expect(page.locator('.dish:visible')).toHaveCount(1);
  await search.fill('no such dish');
  await expect(page.getByText('No dish is called so.')).toBeVisible();
  await search.fill('');
  await expect(form.quantity(1)).toBeVisible();
});

test('what is typed while the server is gone is kept when it is back', async ({ page, shop, allowConsole }) => {
  allowConsole(/Failed to load resource|net::ERR_/);
  const form = new OrderForm(page);
  await form.open(true);
  await shop.kill();
  await form.fill();
  await form.send.click();
  await expect(page.getByText('It is tried again by itself')).toBeVisible();
  await shop.restart();
  await page.waitForURL(/\/orders\/\w+$/);
  expect(await shop.api('admin').orders()).toHaveLength(1);
});
