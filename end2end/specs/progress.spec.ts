import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';

const link = (page: Page) => page.locator('[data-link]');
const badge = (page: Page) => page.locator('.progress .badge');
const words = (page: Page) => page.locator('.progress__text');

test('the customer sees the order being accepted and finished, without a reload', async ({ page, shop }) => {
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await expect(words(page)).toHaveText('The shop has your order and will answer in a moment.');
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await page.evaluate(() => Object.assign(window, { same: true }));
  const accepted = await shop.api('mei').change(order, 'accepted');
  await expect(words(page)).toHaveText('The shop took your order.');
  await expect(badge(page)).toHaveText('Accepted');
  await shop.api('mei').change(accepted, 'finished');
  await expect(words(page)).toHaveText('Your order is finished. Enjoy!');
  await expect(link(page)).toHaveAttribute('data-link', 'over');
  await expect(page.locator('[aria-current=step]')).toContainText('Finished');
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  // Who works on it is the shop's own affair.
  expect(await page.content()).not.toContain('mei');
});

test('once the order is finished, its stream is closed for good', async ({ page, shop }) => {
  const order = await shop.api().order();
  const opened: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/sse/orders/')) {
      opened.push(request.url());
    }
  });
  await page.goto(`/orders/${order.token}`);
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await shop.api('mei').changeAll(order, 'accepted', 'finished');
  await expect(link(page)).toHaveAttribute('data-link', 'over');
  // Everything that makes a page try again, and one more request to wait for.
  await page.evaluate(async () => {
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await fetch('/api/menu');
  });
  expect(opened).toHaveLength(1);
});

test('a reader who comes back to a story that is over is told to stay away', async ({ page, shop }) => {
  const order = await shop.api().order();
  await shop.api('mei').changeAll(order, 'accepted', 'finished');
  const url = `/sse/orders/${order.token}`;
  // Who knows nothing gets the whole story, and then the stream ends.
  const story = await (await shop.api().call('GET', url)).text();
  expect(story.match(/^event: (order|change|finish)$/gm)).toEqual(['event: order', 'event: change', 'event: finish']);
  const last = story.match(/^id: .+$/gm)!.at(-1)!.slice(4);
  await page.goto(`/orders/${order.token}`);
  const status = await page.evaluate(async ([url, last]) => {
    const answer = await fetch(url!, { headers: { 'Last-Event-ID': last! } });
    return answer.status;
  }, [url, last]);
  expect(status).toBe(204);
});

test('the page loads no WebAssembly', async ({ page, shop }) => {
  const order = await shop.api().order();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`/orders/${order.token}`);
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  expect(loaded).toContain('/bell.js');
  expect(loaded.filter((path) => path.endsWith('.wasm') || path === '/pkg/orderbell.js')).toEqual([]);
});

test('a stream that falls silent is opened anew, and what came meanwhile is shown', async ({ page, shop }) => {
  const order = await shop.api().order();
  // The first one opens, and says nothing more: as over a line that died without a word.
  await page.addInitScript(() => {
    const Real = window.EventSource;
    let isFirst = true;
    class Silent extends EventTarget {
      constructor() {
        super();
        const hello = { heartbeat: 500, time: Date.now(), offset: 0 };
        setTimeout(() => this.dispatchEvent(new MessageEvent('hello', { data: JSON.stringify(hello) })));
      }

      close(): void {}
    }
    const open = (url: string): unknown => {
      const source = isFirst ? new Silent() : new Real(url);
      isFirst = false;
      return source;
    };
    Object.assign(window, { EventSource: function EventSource(url: string) { return open(url); } });
  });
  await page.goto(`/orders/${order.token}`);
  await shop.api('mei').change(order, 'accepted');
  await expect(badge(page)).toHaveText('Accepted', { timeout: ALIVE });
  await expect(link(page)).toHaveAttribute('data-link', 'live');
});

test('a cancelled order says so, and is over too', async ({ page, shop }) => {
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await shop.api('mei').change(order, 'cancelled');
  await expect(words(page)).toHaveText('The order was cancelled. Please ask the shop.');
  await expect(link(page)).toHaveAttribute('data-link', 'over');
});

test('the page recovers from a server that was killed', async ({ page, shop, allowConsole }) => {
  allowConsole(/net::ERR_/);
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await shop.kill();
  await expect(link(page)).toHaveAttribute('data-link', 'lost');
  await shop.restart();
  await shop.api('mei').change(order, 'accepted');
  await expect(badge(page)).toHaveText('Accepted', { timeout: 15_000 });
  await expect(link(page)).toHaveAttribute('data-link', 'live');
});

test('a stranger’s token leads nowhere', async ({ page, allowConsole }) => {
  allowConsole(/status of 404/);
  const answer = await page.goto('/orders/0123456789abcdef0123456789abcdef');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('main')).toContainText('This link leads to no order.');
  await expect(page.getByRole('link', { name: 'Find an order' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  const refresh = 'meta[http-equiv=refresh]';

  test('the page shows the state of now, and comes anew until the order is finished', async ({ page, shop }) => {
    const order = await shop.api().order();
    // A shorter wait than a customer has.
    await page.route('**/orders/*', async (route) => {
      const answer = await route.fetch();
      const body = await answer.text();
      await route.fulfill({ response: answer, body: body.replace('content="15;', 'content="1;') });
    });
    await page.goto(`/orders/${order.token}`);
    await expect(words(page)).toHaveText('The shop has your order and will answer in a moment.');
    await expect(page.locator(refresh)).toHaveCount(1);
    const accepted = await shop.api('mei').change(order, 'accepted');
    await expect(words(page)).toHaveText('The shop took your order.');
    await shop.api('mei').change(accepted, 'finished');
    await expect(words(page)).toHaveText('Your order is finished. Enjoy!');
    await expect(page.locator(refresh)).toHaveCount(0);
  });

  test('a finished order does not come anew', async ({ page, shop }) => {
    const order = await shop.api().order();
    await shop.api('mei').changeAll(order, 'accepted', 'finished');
    await page.goto(`/orders/${order.token}`);
    await expect(badge(page)).toHaveText('Finished');
    await expect(page.locator(refresh)).toHaveCount(0);
  });
});

test('a ready order is told by the service worker, and a press leads back to its page', { tag: '@whole-browser' }, async ({ page, context, shop }) => {
  await context.grantPermissions(['notifications'], { origin: shop.url });
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  // As on Android, where a page may not show one by itself.
  await page.evaluate(() => {
    window.Notification = class extends Notification {
      constructor(title: string) {
        super(title);
        throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
      }
    };
  });
  const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  expect(await workers()).toBe(0);
  await page.getByRole('button', { name: 'Notify this device' }).click();
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  await shop.api('mei').changeAll(order, 'accepted', 'ready');
  const shown = () => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, tag }) => ({ title, tag }));
  });
  const path = `/orders/${order.token}`;
  await expect.poll(shown).toEqual([{ title: expect.stringContaining('Ready'), tag: path }]);

  const [worker] = context.serviceWorkers();
  const press = () => worker!.evaluate(async (tag) => {
    // What only service workers have, which the types of pages do not tell.
    const { registration, clients, WindowClient: Page, NotificationEvent: Pressed } = self as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { openWindow: unknown };
      WindowClient: { prototype: { url: string; focus: unknown } };
      NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
    };
    const [notification] = await registration.getNotifications({ tag });
    // A press that nobody made brings no window to the front: what would be is noted.
    return new Promise<string>((resolve) => {
      Page.prototype.focus = async function (this: { url: string }) { resolve(`focus ${this.url}`); };
      Object.defineProperty(clients, 'openWindow', { configurable: true, value: async (url: string) => resolve(`open ${url}`) });
      self.dispatchEvent(new Pressed('notificationclick', { notification: notification! }));
    });
  }, path);
  await page.evaluate(() => Object.assign(window, { same: true }));
  expect(await press()).toBe(`focus ${shop.url}${path}`);
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  await expect.poll(shown).toEqual([]);
  // Where the order's page is open no more it is opened; the back office, which the same browser has open, is none.
  await worker!.evaluate(async (path) => {
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
    await registration.showNotification('Ready', { tag: path, data: { url: path } });
  }, path);
  await context.addCookies([shop.cookie('admin')]);
  await page.goto('/admin/profile');
  expect(await press()).toBe(`open ${shop.url}${path}`);
});

test('where there is no service worker the page shows the notification itself', { tag: '@whole-browser' }, async ({ page, context, shop }) => {
  await context.grantPermissions(['notifications'], { origin: shop.url });
  await page.addInitScript(() => {
    Object.defineProperty(ServiceWorkerContainer.prototype, 'register', { value: () => Promise.reject(new Error('none')) });
    const noted: string[] = [];
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        noted.push(title);
      }
    };
    Object.assign(window, { noted });
  });
  const order = await shop.api().order();
  await page.goto(`/orders/${order.token}`);
  await expect(link(page)).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await page.getByRole('button', { name: 'Notify this device' }).click();
  await expect(page.getByRole('button', { name: 'Notify this device' })).toHaveAttribute('aria-pressed', 'true');
  await shop.api('mei').changeAll(order, 'accepted', 'ready');
  const noted = () => page.evaluate(() => (window as unknown as { noted: string[] }).noted);
  await expect.poll(noted).toEqual([expect.stringContaining('Ready')]);
});
