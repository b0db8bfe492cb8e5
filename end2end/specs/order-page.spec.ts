import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { noteSounds, sounds } from '../support/ears.ts';
import type { Shop } from '../support/shop.ts';

const words = (page: Page) => page.locator('.progress__text');

async function live(page: Page): Promise<void> {
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
}

test('title, icon and countdown say where the order is, by the server’s clock', async ({ page, shop }) => {
  const order = await shop.api().order();
  // This device is an hour behind.
  await page.clock.install({ time: Date.now() - 3_600_000 });
  await page.goto(`/orders/${order.token}`);
  await expect(page).toHaveTitle(/^Order #1 · New/);
  await shop.api('mei').call('PATCH', `/api/orders/${order.id}`, { status: 'accepted', version: 1, minutes: 15 });
  const left = page.locator('[data-promise-left] strong');
  await expect(left).toHaveText(/^14:5\d$|^15:00$/);
  await expect(page).toHaveTitle(/^Order #1 · Accepted/);
  await page.clock.fastForward('15:01');
  await expect(page.locator('[data-promise-late]')).toBeVisible();
  await expect(page.locator('[data-promise-left]')).toBeHidden();
  await shop.api('mei').call('PATCH', `/api/orders/${order.id}`, { status: 'ready', version: 2 });
  await expect(page).toHaveTitle(/^Order #1 · Ready/);
  await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', '/favicon-ready.svg');
});

test('it rings when the order is ready, where its browser was set to', async ({ page, shop }) => {
  const order = await shop.api().order();
  await page.addInitScript(() => {
    const played: string[] = [];
    Object.assign(window, { played });
    HTMLMediaElement.prototype.play = function play() {
      played.push(new URL(this.src).pathname);
      return Promise.resolve();
    };
  });
  const played = () => page.evaluate(() => (window as unknown as { played: string[] }).played);
  await page.goto(`/orders/${order.token}`);
  const button = page.getByRole('button', { name: 'Ring' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await played()).toHaveLength(1);
  // The choice is this browser's.
  await page.reload();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await live(page);
  expect(await played()).toHaveLength(0);
  await shop.api('mei').changeAll(order, 'accepted', 'preparing', 'ready');
  await expect.poll(played).toEqual(['/sounds/finish.wav']);
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a customer cancels an order, until the shop has answered', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 409/);
      const order = await shop.api().order();
      const taken = await shop.api().order();
      await page.goto(`/orders/${order.token}`);
      await page.getByText('Cancel the order').click();
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await expect(words(page)).toHaveText('You cancelled the order.');
      await expect(page.getByText('Cancel the order')).toHaveCount(0);
      await expect(page).toHaveURL(`/orders/${order.token}`);
      // The shop is faster.
      await page.route('**/sse/**', (route) => route.abort());
      allowConsole(/net::ERR_FAILED/);
      await page.goto(`/orders/${taken.token}`);
      await page.getByText('Cancel the order').click();
      await shop.api('mei').change(taken, 'accepted');
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await expect(page.getByRole('alert')).toHaveText('The order has changed meanwhile: Accepted.');
      await expect(words(page)).toContainText('The shop took your order.');
    });
  });
}

/** The back office is told by a form of its own. */
async function send(shop: Shop, path: string, fields: Record<string, string>): Promise<void> {
  await fetch(shop.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `orderbell_session=${shop.sessions.admin}` },
    body: new URLSearchParams(fields),
  });
}

test('a customer asks for a late order, and the back office hears it', async ({ page, shop, openDesk, browser }) => {
  // A promise is at least of a minute.
  test.slow();
  const order = await shop.api().order();
  await shop.api('mei').call('PATCH', `/api/orders/${order.id}`, { status: 'accepted', version: 1, minutes: 1 });
  await noteSounds(page.context());
  const desk = await openDesk('admin');
  await noteSounds(desk.page.context());
  await desk.page.reload();
  await desk.expectLink('live');
  const customers = await browser.newContext({ baseURL: shop.url });
  const customer = await customers.newPage();
  await customer.goto(`/orders/${order.token}`);
  const ask = customer.getByRole('button', { name: 'Ask where it stays' });
  // It comes when the minute is over, without a reload.
  await expect(ask).toBeVisible({ timeout: 75_000 });
  await ask.click();
  await expect(customer.getByText(/^You asked at/)).toBeVisible();
  await expect(ask).toHaveCount(0);
  await expect(desk.page.locator('[data-toast=hurry]')).toContainText('asks where the order stays');
  await expect.poll(async () => (await sounds(desk.page)).map(({ name }) => name)).toContain('hurry');
  // Who moves it on has answered.
  await shop.api('mei').call('PATCH', `/api/orders/${order.id}`, { status: 'ready', version: 2 });
  await expect(desk.page.locator('[data-toast=hurry]')).toHaveCount(0);
  await customers.close();
});

test('what the shop writes is shown at once', async ({ page, shop }) => {
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await live(page);
  await send(shop, `/admin/orders/${order.id}/note`, { text: 'No more dill. Is chive fine?' });
  await expect(page.getByRole('log', { name: 'From the shop' })).toContainText('Is chive fine?');
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a form that is sent twice writes to the customer once', async ({ page, shop, context }) => {
      const order = await shop.api().order();
      await context.addCookies([shop.cookie('admin')]);
      await page.goto(`/admin/orders/${order.id}`);
      const form = page.locator(`form[action="/admin/orders/${order.id}/note"]`);
      const key = await form.locator('[name=request_id]').inputValue();
      await page.getByText('Write to the customer…').click();
      await form.getByRole('textbox', { name: 'Text' }).fill('No more dill.');
      await form.getByRole('button', { name: 'Send' }).click();
      const written = page.getByRole('region', { name: 'Written to the customer' }).getByRole('listitem');
      await expect(written).toHaveCount(1);
      await send(shop, `/admin/orders/${order.id}/note`, { text: 'No more dill.', request_id: key });
      await page.reload();
      await expect(written).toHaveCount(1);
      // The next one is another, whatever it says.
      await expect(form.locator('[name=request_id]')).not.toHaveValue(key);
    });

    test('a finished order is rated, once', async ({ page, shop }) => {
      const order = await shop.api().order();
      await shop.api('mei').changeAll(order, 'accepted', 'finished');
      await page.goto(`/orders/${order.token}`);
      await page.getByRole('radio', { name: '4 of 5 stars' }).check();
      await page.getByLabel('A word to the shop (optional)').fill('Good noodles.');
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(page.getByText('Thank you for telling us.')).toBeVisible();
      await expect(page.getByRole('img', { name: '4 of 5 stars' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0);
    });

    test('who lost the link finds the order by number and phone', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 404/);
      const order = await shop.api().order();
      await page.goto('/orders/0123456789abcdef');
      await page.getByRole('link', { name: 'Find an order' }).click();
      await page.getByLabel('Order number').fill('2');
      await page.getByLabel('Phone').fill('138 0013 8000');
      await page.getByRole('button', { name: 'Find it' }).click();
      await expect(page.getByRole('alert')).toContainText('There is no such order.');
      await page.getByLabel('Order number').fill(String(order.number));
      await page.getByRole('button', { name: 'Find it' }).click();
      await expect(page).toHaveURL(`/orders/${order.token}`);
    });
  });
}
