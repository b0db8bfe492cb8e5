import type { BrowserContext, Page } from '@playwright/test';
import { expect, test as base } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';
import type { Shop } from '../support/shop.ts';

/** Longer than it takes to ring again. */
const AGAIN = { timeout: 12_000 };

const test = base.extend<{ device: BrowserContext }>({
  /** A browser whose pages note what is heard of them. */
  device: async ({ browser, shop }, use) => {
    const context = await browser.newContext();
    await context.addCookies([shop.cookie('admin')]);
    await context.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard, blocked: false });
      HTMLMediaElement.prototype.play = async function play() {
        if ((window as unknown as { blocked: boolean }).blocked) {
          throw new DOMException('no gesture', 'NotAllowedError');
        }
        heard.push(new URL(this.src).pathname.replace(/.*\/|\.wav/g, ''));
      };
      const told: unknown[] = [];
      Object.assign(window, { told });
      // The empty page before the first one has none.
      if ('ServiceWorker' in window) {
        ServiceWorker.prototype.postMessage = (note: unknown) => told.push(note);
      }
      speechSynthesis.speak = (utterance) => heard.push(`${utterance.lang}: ${utterance.text}`);
    });
    await use(context);
    await context.close();
  },
});

async function openPage(device: BrowserContext, shop: Shop, path = '/admin'): Promise<Desk> {
  const desk = new Desk(await device.newPage());
  await desk.page.goto(shop.url + path);
  await desk.expectLink('live');
  return desk;
}

const heard = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const told = (page: Page): Promise<unknown[]> => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
/** Says that nobody looks at a page, or that somebody does. */
const hide = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((value) => void Object.defineProperty(document, 'hidden', { configurable: true, get: () => value }), hidden);
const silence = (desk: Desk) => desk.page.getByRole('button', { name: /^Silence/ });

test('an order rings again and again on every page of the back office, until anybody accepts it', async ({ shop, device }) => {
  const desk = await openPage(device, shop, '/admin/menu');
  const order = await shop.api().order();
  await expect.poll(() => heard(desk.page)).toEqual(['order']);
  await expect.poll(() => heard(desk.page), AGAIN).toEqual(['order', 'order']);
  await expect(silence(desk)).toHaveText('Silence (1)');
  await shop.api('mei').change(order, 'accepted');
  await expect(silence(desk)).toHaveCount(0);
});

test('what rings is silenced as a set: a new order rings again', async ({ shop, device }) => {
  const desk = await openPage(device, shop);
  await shop.api().order();
  await expect.poll(() => heard(desk.page)).toEqual(['order']);
  await silence(desk).click();
  await expect(silence(desk)).toHaveCount(0);
  // It stands in the list still, and has its popup.
  await expect(desk.card(1)).toBeVisible();
  await desk.page.reload();
  await desk.expectLink('live');
  await expect(silence(desk)).toHaveCount(0);
  await shop.api().order();
  await expect.poll(() => heard(desk.page)).toEqual(['order']);
  await expect(silence(desk)).toHaveText('Silence (1)');
});

test('of several pages of a browser one rings', async ({ shop, device }) => {
  const desks = [await openPage(device, shop), await openPage(device, shop, '/admin/people'), await openPage(device, shop)];
  const all = async (): Promise<number> => (await Promise.all(desks.map(({ page }) => heard(page)))).flat().length;
  await shop.api().order();
  await Promise.all(desks.map((desk) => expect(silence(desk)).toBeVisible()));
  await expect.poll(all).toBe(1);
  await expect.poll(all, AGAIN).toBe(2);
  // Whoever silences one silences all.
  await silence(desks[0]!).click();
  await Promise.all(desks.map((desk) => expect(silence(desk)).toHaveCount(0)));
});

test('each event has a sound of its own, and a new order is said aloud in the page’s language', async ({ shop, device }) => {
  await device.addCookies([{ name: 'orderbell_language', value: 'zh', url: shop.url }]);
  const desk = await openPage(device, shop);
  await desk.page.locator('.alert-panel > summary').click();
  await desk.page.getByLabel('朗读新订单').check();
  const [first, second] = await shop.api().orderMany(2);
  await expect.poll(() => heard(desk.page)).toContain('zh-CN: 您有新的订单');
  await shop.api('mei').changeAll(first!, 'accepted', 'finished');
  await expect.poll(() => heard(desk.page)).toContain('finish');
  await shop.api('mei').change(second!, 'cancelled');
  await expect.poll(() => heard(desk.page)).toContain('cancel');
  await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen');
  await expect.poll(() => heard(desk.page)).toContain('message');
});

test('a browser that lets nothing sound is told of, with the way to change it', async ({ shop, device }) => {
  const desk = await openPage(device, shop);
  await desk.page.evaluate(() => Object.assign(window, { blocked: true }));
  await shop.api().order();
  await expect(desk.page.getByText('Sound is blocked.')).toBeVisible();
  await desk.page.evaluate(() => Object.assign(window, { blocked: false }));
  await desk.page.getByRole('button', { name: 'Enable sound' }).click();
  await expect(desk.page.getByText('Sound is blocked.')).toHaveCount(0);
  expect(await heard(desk.page)).toContain('order');
});

test('a mute says until when, ends at a press, and is kept on the device', async ({ shop, device }) => {
  const desk = await openPage(device, shop);
  await desk.page.locator('.alert-panel > summary').click();
  await desk.page.getByRole('button', { name: '15 min' }).click();
  await expect(desk.page.getByText(/Muted until \d\d:\d\d/)).toBeVisible();
  await desk.page.reload();
  await desk.expectLink('live');
  await expect(desk.page.getByText(/Muted until \d\d:\d\d/)).toBeVisible();
  await shop.api().order();
  await expect(silence(desk)).toBeVisible();
  expect(await heard(desk.page)).toEqual([]);
  await desk.page.getByRole('button', { name: 'Enable sound' }).click();
  await expect(desk.page.getByText(/Muted until/)).toHaveCount(0);
});

test('the icon of the tab says that orders wait', async ({ shop, device }) => {
  const desk = await openPage(device, shop);
  const icon = desk.page.locator('link[rel=icon]');
  await expect(icon).toHaveAttribute('href', '/favicon.svg');
  const order = await shop.api().order();
  await expect(icon).toHaveAttribute('href', '/favicon-waiting.svg');
  await shop.api('mei').change(order, 'accepted');
  await expect(icon).toHaveAttribute('href', '/favicon.svg');
});

test('a page that nobody looks at shows notifications, of several pages one, until somebody acts on the order', { tag: '@whole-browser' }, async ({ shop, device }) => {
  await device.grantPermissions(['notifications'], { origin: shop.url });
  const desk = await openPage(device, shop);
  await desk.page.locator('.alert-panel > summary').click();
  await desk.page.getByLabel('Notifications while nobody looks at the page').check();
  await expect.poll(() => desk.page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active))).toBe(true);
  const other = await openPage(device, shop, '/admin/menu');
  const all = async (): Promise<unknown[]> => (await Promise.all([desk, other].map(({ page }) => told(page)))).flat();
  // Somebody looks: the popup is enough.
  const first = await shop.api().order();
  await expect(desk.card(1)).toBeVisible();
  await shop.api('mei').change(first, 'accepted');
  await expect.poll(all).toContainEqual(expect.objectContaining({ close: `order-${first.id}` }));
  expect(await all()).not.toContainEqual(expect.objectContaining({ title: expect.anything() }));
  await Promise.all([desk, other].map(({ page }) => hide(page, true)));
  const second = await shop.api().order();
  const tag = `order-${second.id}`;
  const note = { type: 'notify', tag, url: `/admin#${tag}`, lang: 'en', title: 'New order 2' };
  await expect.poll(all).toContainEqual(expect.objectContaining(note));
  await shop.api('mei').change(second, 'accepted');
  await expect.poll(all).toContainEqual({ type: 'notify', close: tag });
  expect((await all()).filter((one) => (one as { tag?: string }).tag === tag)).toHaveLength(1);
});

test('a browser that shows no notifications is told of at the switch, with the way to change it', async ({ shop, device }) => {
  await device.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
  });
  const desk = await openPage(device, shop);
  await desk.page.locator('.alert-panel > summary').click();
  await expect(desk.page.getByLabel('Notifications while nobody looks at the page')).toBeDisabled();
  await expect(desk.page.getByText('This browser does not let the shop show notifications.')).toBeVisible();
});
