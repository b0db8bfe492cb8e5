import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';

for (const scripts of [false, true]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('an order is accepted, paid, refunded and finished on its page', async ({ shop, page, context, allowConsole }) => {
      allowConsole(/status of 422/);
      const order = await shop.api().order();
      await context.addCookies([shop.cookie('admin')]);
      await page.goto(`/admin/orders/${order.id}`);
      if (scripts) {
        await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
      }
      const status = page.locator('.detail__head');
      await page.getByLabel('Ready in').selectOption('15');
      await page.locator('.detail').getByRole('button', { name: 'Accept' }).click();
      await expect(status).toHaveAttribute('data-status', 'accepted');
      await expect(page.locator('main')).toContainText(/Ready at about \d\d:\d\d/);
      await page.getByLabel('Paid').selectOption('wechat');
      await page.getByRole('button', { name: 'Note payment' }).click();
      await expect(page.locator('.timeline').first()).toContainText('paid (WeChat Pay)');
      await page.getByText('Refund…').click();
      await page.getByLabel('Amount').fill('9999');
      await page.getByLabel('Why').fill('cold');
      await page.getByRole('button', { name: 'Note refund' }).click();
      await expect(page.getByRole('alert').first()).not.toBeEmpty();
      await expect(page.getByLabel('Why')).toHaveValue('cold');
      await page.getByLabel('Amount').fill('3,5');
      await page.getByRole('button', { name: 'Note refund' }).click();
      await expect(page.locator('.timeline').first()).toContainText('gave back ¥3.50: cold');
      await page.getByRole('button', { name: 'Finish' }).click();
      await expect(status).toHaveAttribute('data-status', 'finished');
      await expect(page).toHaveURL(new RegExp(`/admin/orders/${order.id}`));
    });
  });
}

test('how a customer found the order shows as soon as it is said', async ({ shop, page, context }) => {
  const order = await shop.api().order();
  await shop.api('mei').changeAll(order, 'accepted', 'finished');
  await context.addCookies([shop.cookie('admin')]);
  await page.goto(`/admin/orders/${order.id}`);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  const body = new URLSearchParams({ stars: '4', comment: 'Hot & good' });
  await fetch(`${shop.url}/orders/${order.token}/rate`, { method: 'POST', body, redirect: 'manual' });
  await expect(page.getByRole('img', { name: '4 of 5 stars' })).toBeVisible();
  await expect(page.locator('.detail')).toContainText('Hot & good');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await expect(page.locator('.order-row').getByRole('img', { name: '4 of 5 stars' })).toBeVisible();
});

test('what a colleague does shows at once, and what is typed stays', async ({ shop, page, context }) => {
  const order = await shop.api().order();
  await context.addCookies([shop.cookie('admin')]);
  await page.goto(`/admin/orders/${order.id}`);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  await page.getByText('Refund…').click();
  await page.getByLabel('Why').fill('half of it was cold');
  await page.evaluate(() => Object.assign(window, { loaded: true }));
  await shop.api('mei').change(order, 'accepted');
  await expect(page.locator('.detail__head')).toHaveAttribute('data-status', 'accepted');
  await expect(page.locator('.timeline').first()).toContainText('mei: Accepted');
  await expect(page.getByLabel('Why')).toHaveValue('half of it was cold');
  await expect(page.getByLabel('Why')).toBeFocused();
  expect(await page.evaluate(() => 'loaded' in window)).toBe(true);
  // The page knows the version that the colleague made.
  await page.getByLabel('Amount').fill('1');
  await page.getByRole('button', { name: 'Note refund' }).click();
  await expect(page.locator('.timeline').first()).toContainText('gave back ¥1.00: half of it was cold');
});

test('what a refused form says stays when the page was being drawn again', async ({ shop, page, context, allowConsole }) => {
  allowConsole(/status of 422/);
  const order = await shop.api().order();
  await context.addCookies([shop.cookie('admin')]);
  await page.goto(`/admin/orders/${order.id}`);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  await page.evaluate(() => {
    const held = new Promise((release) => { Object.assign(window, { release }); });
    const { fetch } = window;
    window.fetch = async (...request) => {
      const answer = await fetch(...request);
      if (request[0] === location.href && request[1] === undefined) {
        Object.assign(window, { isHeld: true });
        await held;
        setTimeout(() => Object.assign(window, { isTaken: true }), 100);
      }
      return answer;
    };
  });
  await shop.api().order('Another');
  await page.waitForFunction(() => 'isHeld' in window);
  await page.getByText('Refund…').click();
  await page.getByLabel('Amount').fill('9999');
  await page.getByLabel('Why').fill('cold');
  await page.getByRole('button', { name: 'Note refund' }).click();
  await expect(page.getByRole('alert').first()).not.toBeEmpty();
  await page.evaluate(() => (window as unknown as { release: () => void }).release());
  await page.waitForFunction(() => 'isTaken' in window);
  await expect(page.getByLabel('Why')).toHaveValue('cold');
});

test('a step that was just made is taken back on the page', async ({ shop, page, context }) => {
  const order = await shop.api().order();
  await context.addCookies([shop.cookie('admin')]);
  await page.goto(`/admin/orders/${order.id}`);
  await page.locator('.detail').getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.detail__head')).toHaveAttribute('data-status', 'placed');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('colleagues write to each other about an order on its page', async ({ shop, openDesk, browser }) => {
  const order = await shop.api().order();
  const desk = await openDesk('admin');
  const context = await browser.newContext({ baseURL: shop.url });
  await context.addCookies([shop.cookie('mei')]);
  const mei = await context.newPage();
  await mei.goto(`/admin/orders/${order.id}`);
  await expect(mei.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  await mei.getByText('Write to colleagues…').click();
  await mei.getByLabel('admin', { exact: true }).check();
  await mei.getByRole('textbox', { name: 'Text' }).fill('No onions?');
  await mei.getByRole('button', { name: 'Send' }).click();
  await expect(mei.locator('.timeline').first()).toContainText('mei: wrote to admin: No onions?');
  // It was taken: the form is empty again, and the page was not left.
  await expect(mei.getByRole('textbox', { name: 'Text' })).toHaveValue('');
  await expect(desk.toast('psh')).toContainText(`#${order.number}`);
  await desk.toast('psh').getByRole('link', { name: 'Answer' }).click();
  await expect(desk.page).toHaveURL(`/admin/orders/${order.id}?to=mei#write`);
  await expect(desk.page.getByLabel('mei', { exact: true })).toBeChecked();
  await desk.page.getByRole('textbox', { name: 'Text' }).fill('None at all');
  await desk.page.getByRole('button', { name: 'Send' }).click();
  await expect(mei.locator('.timeline').first()).toContainText('admin: wrote to mei: None at all');
  await context.close();
});
