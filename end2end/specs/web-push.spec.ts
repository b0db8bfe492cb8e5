import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Shop } from '../support/shop.ts';

const TITLE = 'This device rings with the page closed';

async function open(page: Page, shop: Shop): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/profile');
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
}

/** What the section says. */
const said = (page: Page) => page.locator('[data-push-said]');
const button = (page: Page) => page.getByRole('button', { name: 'Let this device ring' });

/** Stands in for what browsers ask their vendors. Runs before the page's own scripts. */
async function pretend(context: BrowserContext, permission: NotificationPermission, works = true): Promise<void> {
  await context.addInitScript(({ permission, works }) => {
    const asked = { count: 0 };
    Object.assign(window, { asked });
    let now: NotificationPermission = 'default';
    Object.defineProperty(Notification, 'permission', { get: () => now });
    Notification.requestPermission = async () => {
      asked.count += 1;
      now = permission;
      return permission;
    };
    const bytes = (length: number, first: number) => Uint8Array.from({ length }, (_, i) => (i === 0 ? first : i));
    const base64url = (buffer: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    PushManager.prototype.getSubscription = async () => null;
    PushManager.prototype.subscribe = async function () {
      if (!works) {
        throw new DOMException('Registration failed - push service error', 'AbortError');
      }
      const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
      const keys = {
        p256dh: base64url(await crypto.subtle.exportKey('raw', pair.publicKey)),
        auth: base64url(bytes(16, 7).buffer),
      };
      const endpoint = 'https://push.example/device';
      return { endpoint, toJSON: () => ({ endpoint, keys }) } as unknown as PushSubscription;
    };
  }, { permission, works });
}

test('a browser that was told to deny it says how to change that', async ({ page, context, shop }) => {
  await pretend(context, 'denied');
  await open(page, shop);
  // Nobody is asked who has not pressed.
  expect(await page.evaluate('asked.count')).toBe(0);
  await button(page).click();
  await expect(said(page)).toContainText('set Notifications to Allow');
  expect(await page.evaluate('asked.count')).toBe(1);
  await expect(page.locator('[data-endpoint]')).toHaveCount(0);
});

test('a question that was closed can be asked again', async ({ page, context, shop }) => {
  await pretend(context, 'default');
  await open(page, shop);
  await button(page).click();
  await expect(said(page)).toContainText('Press the button again, and choose Allow.');
  await expect(button(page)).toBeEnabled();
});

test('a vendor that does not answer is said to be the reason', async ({ page, context, shop, allowConsole }) => {
  allowConsole(/push service error/);
  await pretend(context, 'granted', false);
  await open(page, shop);
  await button(page).click();
  await expect(said(page)).toContainText("The browser's notification service does not answer.");
});

test('a device is added, listed, and removed', async ({ page, context, shop }) => {
  await pretend(context, 'granted');
  await open(page, shop);
  await button(page).click();
  await expect(page.getByRole('status').filter({ hasText: 'This device rings now' })).toBeVisible();
  await expect(page.locator('[data-endpoint]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Send a test to all of them' })).toBeVisible();
  await page.locator('[data-endpoint]').getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'That device rings no more.' })).toBeVisible();
  await expect(page.locator('[data-endpoint]')).toHaveCount(0);
});

test('one device too many is refused kindly', async ({ page, context, shop, allowConsole }) => {
  allowConsole(/status of 409/);
  await pretend(context, 'granted');
  await page.route('**/api/push/subscriptions', (route) => route.fulfill({ status: 409, body: '{}' }));
  await open(page, shop);
  await button(page).click();
  await expect(said(page)).toContainText('You have 20 devices that ring already.');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it is said that ringing needs scripts', async ({ page, shop }) => {
    await open(page, shop);
    // What stands there is drawn, but is nothing that a test can find in the page.
    const document = await (await page.request.get('/admin/profile', { headers: { 'accept-language': 'en' } })).text();
    expect(document).toMatch(/<noscript>.*Scripts are off in this browser/s);
    await expect(button(page)).toBeHidden();
  });
});

test('the service worker shows what a page asks for, and takes it back', { tag: '@whole-browser' }, async ({ page, context, shop }) => {
  await context.grantPermissions(['notifications'], { origin: shop.url });
  await open(page, shop);
  const shown = await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js');
    const registration = await navigator.serviceWorker.ready;
    const titles = async (count: number) => {
      for (let tries = 0; ; tries += 1) {
        const notifications = await registration.getNotifications();
        if (notifications.length === count || tries === 100) {
          return notifications.map(({ title, tag }) => `${tag}: ${title}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const tell = (note: object) => registration.active?.postMessage({ type: 'notify', ...note });
    tell({ tag: 'order-1', title: 'New order 1', body: 'Beef noodles', url: '/admin' });
    const after = await titles(1);
    tell({ close: 'order-1' });
    return { after, later: await titles(0) };
  });
  expect(shown).toEqual({ after: ['order-1: New order 1'], later: [] });
});

test('a press on a notification leads to its order, on the page that is open, without loading it anew', { tag: '@whole-browser' }, async ({ openDesk, shop }) => {
  const desk = await openDesk('admin');
  await desk.page.context().grantPermissions(['notifications'], { origin: shop.url });
  const order = await shop.api().order();
  await desk.record();
  await desk.page.evaluate(async () => { await navigator.serviceWorker.register('/sw.js'); });
  await expect.poll(() => desk.page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  const [worker] = desk.page.context().serviceWorkers();
  await worker!.evaluate(async (tag) => {
    // What only service workers have, which the types of pages do not tell.
    const { registration, NotificationEvent: Pressed } = self as unknown as {
      registration: ServiceWorkerRegistration;
      NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
    };
    await registration.showNotification('New order 1', { tag, data: { url: `/admin#${tag}` } });
    const [notification] = await registration.getNotifications({ tag });
    self.dispatchEvent(new Pressed('notificationclick', { notification: notification! }));
  }, `order-${order.id}`);
  await expect(desk.page).toHaveURL(`${shop.url}/admin#order-${order.id}`);
  // The page is the one that it was.
  await desk.noted();
});
