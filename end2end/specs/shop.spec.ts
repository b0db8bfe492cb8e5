import { expect, NETWORK, test } from '../fixtures.ts';
import { goBack } from '../support/back.ts';
import { OrderForm } from '../support/order-form.ts';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('ordering leads to the order’s own page, with number, lines and total', async ({ page, shop }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill('Lin Xia', { 1: '2', 21: '1' });
      await form.note.fill('less spicy');
      const token = await form.sendAndArrive();
      expect(token.length).toBeGreaterThan(20);
      await expect(page.getByRole('heading', { name: 'Order #1' })).toBeAttached();
      await expect(page.locator('.progress__number')).toContainText('#1');
      const lines = page.locator('.lines__line');
      await expect(lines).toHaveText([/2×\s*Braised Beef Noodle Soup\s*¥64\.00/, /1×\s*Sour Plum Drink\s*¥9\.00/]);
      await expect(page.locator('.total__amount')).toHaveText('¥73.00');
      await expect(page.locator('.note')).toContainText('less spicy');
      const [order] = await shop.api('admin').orders();
      expect(order).toMatchObject({ token, number: 1, total: 7300, status: 'placed' });
    });

    test('the customer’s page shows the telephone’s last digits alone', async ({ page }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill();
      await form.sendAndArrive();
      await expect(page.locator('.progress__customer')).toContainText('8000');
      expect(await page.content()).not.toContain('13800138000');
    });

    test('pressing twice gives one order', async ({ page, shop }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill();
      await form.send.dblclick();
      await page.waitForURL(/\/orders\/\w+$/);
      await expect(page.locator('.progress__number')).toContainText('#1');
      expect(await shop.api('admin').orders()).toHaveLength(1);
    });

    for (const kept of [true, false]) {
      const how = kept ? 'kept the page' : 'has to load the page again';
      test(`going back and pressing again gives the same order, where the browser ${how}`, kept ? { tag: '@whole-browser' } : {}, async ({ page, shop }) => {
        const form = new OrderForm(page);
        await form.open(scripts);
        if (!kept) {
          // A page with such a listener is not kept.
          await page.evaluate(() => window.addEventListener('unload', () => {}));
        }
        await form.fill();
        const token = await form.sendAndArrive();
        await goBack(page);
        await expect(page).toHaveURL(/\/$/);
        if (scripts) {
          await expect(page.locator('.order-form--alive')).toBeVisible();
        }
        if (scripts) {
          await expect(page.getByRole('status').filter({ hasText: 'This order was placed already' })).toBeVisible();
        }
        await expect(form.name).toHaveValue('Lin Xia');
        await expect(form.quantity(1)).toHaveValue('1');
        expect(await form.sendAndArrive()).toBe(token);
        expect(await shop.api('admin').orders()).toHaveLength(1);
      });
    }

    test('a try that the shop could not answer can be repeated', async ({ page, shop, allowConsole }) => {
      allowConsole(NETWORK);
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill();
      // The order gets through; its answer does not.
      if (scripts) {
        await page.route('**/order', async (route) => {
          await route.fetch({ maxRedirects: 0 });
          await route.abort('connectionreset');
        }, { times: 1 });
        await form.send.click();
        await expect(page.getByText('The shop does not answer just now. It is tried again by itself; nothing is ordered twice.')).toBeVisible();
        await page.waitForURL(/\/orders\/\w+$/);
      } else {
        const fields = ['request_id', 'name', 'phone', 'lines[1][quantity]', 'lines[1][price]'];
        const typed = await Promise.all(fields.map((name) => page.locator(`[name="${name}"]`).inputValue()));
        const sent = Object.fromEntries(fields.map((name, place) => [name, typed[place]!]));
        await page.request.post('/order', { form: sent, headers: { accept: 'text/html' }, maxRedirects: 0 });
        await form.sendAndArrive();
      }
      expect(await shop.api('admin').orders()).toHaveLength(1);
    });
  });
}

test.describe('a form that is alive', () => {
  test('counts up as one types and steps', async ({ page }) => {
    const form = new OrderForm(page);
    await form.open(true);
    await expect(form.total).toHaveText('¥0.00');
    await form.quantity(1).fill('3');
    await expect(form.total).toHaveText('¥96.00');
    const more = page.getByRole('button', { name: 'One more: Jasmine Tea' });
    const less = page.getByRole('button', { name: 'One less: Jasmine Tea' });
    await expect(less).toBeDisabled();
    await more.click();
    await more.click();
    await expect(form.quantity(24)).toHaveValue('2');
    await expect(form.total).toHaveText('¥108.00');
    await less.click();
    await expect(form.total).toHaveText('¥102.00');
    await form.quantity(1).fill('');
    await expect(form.total).toHaveText('¥6.00');
  });

  test('does not step beyond what is left', async ({ page }) => {
    const form = new OrderForm(page);
    await form.open(true);
    const more = page.getByRole('button', { name: 'One more: Yellow Croaker Noodle Soup' });
    for (let press = 0; press < 5; press += 1) {
      await more.click();
    }
    await expect(form.quantity(6)).toHaveValue('3');
    await expect(page.locator('.dish', { has: form.quantity(6) })).toContainText('3 left');
  });

  test('leads the keyboard to the first field to be mended, and takes the words away once mended', async ({ page, allowConsole }) => {
    allowConsole(/status of 422/);
    const form = new OrderForm(page);
    await form.open(true);
    await form.fill(' ', { 2: '1' });
    await form.send.click();
    await form.expectFault(form.name, 'Please fill this in.');
    await expect(form.name).toBeFocused();
    await expect(form.refusal).toContainText('Not ordered yet.');
    await form.name.fill('Lin Xia');
    await form.sendAndArrive();
  });
});
