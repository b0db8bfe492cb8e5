import { expect, NETWORK, test } from '../fixtures.ts';
import { goBack } from '../support/back.ts';
import { ALIVE, Desk } from '../support/desk.ts';
import type { Shop } from '../support/shop.ts';

/** Longer than the longest delay after a few failures. */
const BACK = { timeout: 15_000 };

/** The numbers of the orders that popped up, as often as they did. */
async function announced(desk: Desk): Promise<number> {
  const { toasts } = await desk.noted();
  const orders = toasts.filter((toast) => toast.startsWith('order '));
  expect(new Set(orders).size, 'no popup came twice').toBe(orders.length);
  return orders.length;
}

async function expectConnections(shop: Shop, count: number): Promise<void> {
  await expect.poll(async () => (await shop.api('bo').connections()).count).toBe(count);
}

/** Cuts the page off, while everybody else gets through: a network that is off alone spares open streams. */
async function unplug(desk: Desk, shop: Shop): Promise<void> {
  await desk.page.context().setOffline(true);
  await shop.restart();
  await desk.expectLink('lost');
}

test.describe('a line that breaks', () => {
  test.beforeEach(({ allowConsole }) => allowConsole(NETWORK));

  test('a server that is killed shows, and what happens before the page is back arrives once', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin');
    await desk.record();
    await shop.api().order('Before');
    await expect(desk.toasts).toHaveCount(1);
    await shop.kill();
    await desk.expectLink('lost');
    await expect(desk.link).toContainText(/Stale since \d\d:\d\d, reconnecting/);
    await shop.restart();
    await shop.api().order('Meanwhile');
    await expect(desk.link).toHaveAttribute('data-link', 'live', BACK);
    await expect(desk.cards).toHaveCount(2);
    await shop.api().order('After');
    await expect(desk.cards).toHaveCount(3);
    await desk.expectCounts(3, 0, 0);
    expect(await desk.numbers()).toEqual([3, 2, 1]);
    expect(await announced(desk)).toBe(3);
    await expectConnections(shop, 1);
  });

  test('the page tries again for as long as the server is away', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin');
    await desk.record();
    let tries = 0;
    desk.page.on('request', (request) => {
      tries += Number(request.url().includes('/sse/subscribe'));
    });
    await shop.kill();
    await expect.poll(() => tries, BACK).toBeGreaterThanOrEqual(3);
    await shop.restart();
    await shop.api().order();
    await expect(desk.card(1)).toBeVisible(BACK);
    await desk.noted();
  });

  test('a page without network says so, and gets everything when it is back', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin');
    await desk.record();
    await unplug(desk, shop);
    const orders = await shop.api().orderMany(5);
    await shop.api('mei').change(orders[0]!, 'accepted');
    await desk.page.context().setOffline(false);
    await expect(desk.link).toHaveAttribute('data-link', 'live', BACK);
    await expect(desk.cards).toHaveCount(5);
    await desk.expectCounts(4, 1, 0);
    expect(new Set((await desk.noted()).toasts).size).toBe((await desk.noted()).toasts.length);
  });

  test('an answer that is not 200 does not end it', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin');
    let refused = 0;
    await desk.page.route('**/sse/subscribe*', (route) => {
      refused += 1;
      return route.fulfill({ status: 503 });
    });
    await shop.restart();
    await expect.poll(() => refused, BACK).toBeGreaterThanOrEqual(2);
    await desk.expectLink('lost');
    await desk.page.unroute('**/sse/subscribe*');
    await expect(desk.link).toHaveAttribute('data-link', 'live', BACK);
    await shop.api().order();
    await expect(desk.toasts).toHaveCount(1);
  });
});

test('a reload in the middle loses nothing and doubles nothing', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  const placing = shop.api().orderMany(20);
  await desk.page.reload();
  await desk.page.reload();
  await placing;
  await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await expect(desk.cards).toHaveCount(20);
  expect(await desk.numbers()).toEqual(Array.from({ length: 20 }, (_, place) => 20 - place));
  await desk.expectCounts(20, 0, 0);
  await expect(desk.more).toHaveText('+17 more');
});

test('whoever stays after all still hears what happens', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  const { page } = desk;
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()));
  // A browser asks only where somebody has done something.
  await page.locator('#orders-title').click();
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => { setTimeout(() => { location.href = '/'; }); });
  const dialog = await asked;
  await shop.api().order('While it was asked');
  await dialog.dismiss();
  await expect(desk.card(1)).toBeVisible();
  await expectConnections(shop, 1);
  await shop.api().order('After it was asked');
  await expect(desk.card(2)).toBeVisible();
  await desk.expectLink('live');
  expect(await announced(desk)).toBe(2);
});

test('a link that turns out to be a download leaves the page live', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  const { page } = desk;
  await page.route('**/orders.csv', (route) =>
    route.fulfill({ body: 'number', headers: { 'content-disposition': 'attachment; filename=orders.csv' } }));
  const downloading = page.waitForEvent('download');
  const over = page.waitForRequest('**/sse/over');
  await page.evaluate(() => { location.href = '/orders.csv'; });
  await Promise.all([over, downloading]);
  await shop.api().order('While it was loaded');
  await expect(desk.card(1)).toBeVisible();
  await expectConnections(shop, 1);
  expect(await announced(desk)).toBe(1);
});

test('a page that goes is gone from the list of those who are there', async ({ shop, openDesk }) => {
  const [going, staying] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await expect(staying.count('streams')).toHaveText('2');
  const over = going.page.waitForRequest('**/sse/over');
  await going.page.goto('/');
  expect((await over).method()).toBe('POST');
  await expect(staying.count('streams')).toHaveText('1');
  await expectConnections(shop, 1);
});

test('a page that is closed is gone from the list too', async ({ shop, openDesk }) => {
  const [going, staying] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await expectConnections(shop, 2);
  await going.page.close({ runBeforeUnload: true });
  await expectConnections(shop, 1);
  await expect(staying.count('streams')).toHaveText('1');
});

test('signing out in one tab shows in the other', async ({ openDesk, allowConsole }) => {
  allowConsole(/status of 401/);
  const desk = await openDesk('admin');
  const tab = await desk.page.context().newPage();
  await tab.goto('/admin');
  await tab.getByRole('button', { name: 'Sign out' }).click();
  await tab.waitForURL('**/sign-in');
  await expect(desk.link).toHaveAttribute('data-link', 'signed-out', BACK);
  await expect(desk.link).toContainText('You are signed out.');
  await desk.link.getByRole('link', { name: 'Sign in' }).click();
  await desk.page.waitForURL('**/sign-in');
});

test('a page that the browser kept for the way back goes on from where it was', { tag: '@whole-browser' }, async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  await shop.api().order('Before');
  await expect(desk.toasts).toHaveCount(1);
  await desk.page.goto('/');
  await expectConnections(shop, 0);
  await shop.api().order('Meanwhile');
  await goBack(desk.page);
  await expect(desk.cards).toHaveCount(2);
  await desk.expectLink('live');
  await expectConnections(shop, 1);
  // The notes are there still: it is the same page.
  expect(await announced(desk)).toBe(2);
});

test('a browser without EventSource is told so', async ({ browser, shop, openDesk }) => {
  const desk = await openDesk('admin');
  const context = await browser.newContext({ storageState: await desk.page.context().storageState() });
  const page = await context.newPage();
  await page.addInitScript(() => { delete (window as { EventSource?: unknown }).EventSource; });
  await shop.api().order();
  await page.goto('/admin');
  const chip = page.locator('[data-link]');
  await expect(chip).toHaveAttribute('data-link', 'unsupported', { timeout: ALIVE });
  await expect(chip).toContainText('This browser can\'t be live. Please use a newer one.');
  // What does not need the stream works.
  await page.locator('[data-order="1"]').getByRole('button', { name: 'Accept' }).click();
  await expect(page.locator('[data-order="1"]')).toHaveAttribute('data-status', 'accepted');
  await context.close();
});

test('a page that is never idle comes alive', async ({ page, shop }) => {
  // A browser that is kept busy runs only what has a limit to its patience.
  await page.addInitScript(() => {
    window.requestIdleCallback = (run, options) => (options?.timeout
      ? window.setTimeout(() => run({ didTimeout: true, timeRemaining: () => 0 }), options.timeout)
      : 0);
  });
  const desk = new Desk(page);
  await desk.signInAs(shop.sessions.admin, shop.url);
  await desk.open();
});
