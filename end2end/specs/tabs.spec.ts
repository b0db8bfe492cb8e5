import { expect, NETWORK, test as base } from '../fixtures.ts';
import { goBack } from '../support/back.ts';
import { ALIVE, Desk } from '../support/desk.ts';
import type { Shop } from '../support/shop.ts';

/** How many pages of a browser hold a stream: two of its six connections stay free. */
const HOLDERS = 4;
/** Longer than two heartbeats, and longer than the longest delay after a few failures. */
const BACK = { timeout: 20_000 };

interface Browsing {
  /** The name under which the browser knows the shop. */
  host: string;
  /** Opens the back office in so many tabs, one after the other: the others listen to the first. */
  openTabs: (count: number) => Promise<Desk[]>;
}

const test = base.extend<Browsing>({
  host: ['127.0.0.1', { option: true }],

  baseURL: async ({ shop, host }, use) => use(`http://${host}:${new URL(shop.url).port}`),

  openTabs: async ({ context, shop, baseURL }, use) => {
    await use(async (count) => {
      const desks: Desk[] = [];
      while (desks.length < count) {
        const desk = new Desk(await context.newPage());
        await desk.signInAs(shop.sessions.admin, baseURL!);
        await desk.open();
        await desk.record();
        desks.push(desk);
      }
      return desks;
    });
  },
});

test.describe.configure({ timeout: 120_000 });
// So long that no test passes by waiting for it.
test.use({ heartbeat: 60 });

/** Holds something up until it is opened. */
class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => { this.open = resolve; });
}

async function expectStreams(shop: Shop, count: number): Promise<void> {
  await expect.poll(async () => (await shop.api('bo').connections()).count, BACK).toBe(count);
}

/** Orders, and sees the popup in each tab: as many as there were orders, each once. */
async function expectEachOnce(shop: Shop, desks: Desk[], before: number): Promise<void> {
  const { number } = await shop.api().order();
  for (const desk of desks) {
    await expect(desk.card(number)).toBeVisible(BACK);
    const { toasts } = await desk.noted();
    expect(toasts).toHaveLength(before + 1);
    expect(new Set(toasts).size).toBe(before + 1);
  }
}

test('eight tabs share four streams, each shows every order once, and a ninth page loads', async ({ shop, context, openTabs }) => {
  const desks = await openTabs(8);
  await expectStreams(shop, HOLDERS);
  await expectEachOnce(shop, desks, 0);
  await expectEachOnce(shop, desks, 1);
  await Promise.all(desks.map((desk) => desk.expectLink('live')));
  const ninth = await context.newPage();
  await ninth.goto('/');
  await expect(ninth.locator('.order-form--alive')).toBeVisible({ timeout: ALIVE });
  await expectStreams(shop, HOLDERS);
});

test('tabs that are loaded all at once share, too', async ({ shop, openTabs }) => {
  const desks = await openTabs(8);
  await Promise.all(desks.map((desk) => desk.page.reload({ waitUntil: 'commit' })));
  await shop.api().order();
  for (const desk of desks) {
    await expect(desk.toasts).toHaveCount(1, { timeout: ALIVE * 2 });
    await desk.expectLink('live');
    await desk.record();
  }
  await expectStreams(shop, HOLDERS);
  await expectEachOnce(shop, desks, 0);
});

test('one takes over from a tab that is closed', async ({ shop, openTabs }) => {
  const [first, ...others] = await openTabs(6);
  await expectStreams(shop, HOLDERS);
  await first!.page.close({ runBeforeUnload: true });
  await expectEachOnce(shop, others, 0);
  await expectStreams(shop, HOLDERS);
  await expectEachOnce(shop, others, 1);
});

test('what happens while a further tab is loaded is neither lost nor doubled', async ({ shop, context, openTabs }) => {
  const desks = await openTabs(4);
  const { page } = (desks[4] = new Desk(await context.newPage()));
  const [alive, streaming] = [new Gate(), new Gate()];
  await page.route('**/*.wasm', (route) => alive.opened.then(() => route.continue()));
  await page.route('**/sse/subscribe*', (route) => streaming.opened.then(() => route.continue()));
  const asking = page.waitForRequest('**/sse/subscribe*', { timeout: ALIVE });
  await page.goto('/admin', { waitUntil: 'commit' });
  await expect(desks[4].link).toHaveAttribute('data-link', 'opening');
  await desks[4].record();
  await shop.api().order('After the page was rendered');
  alive.open();
  await asking;
  await shop.api('mei').push(null, 'Before it had a stream');
  streaming.open();
  await expect(desks[4].toasts).toHaveCount(2, { timeout: ALIVE });
  await expectStreams(shop, HOLDERS);
  await expectEachOnce(shop, desks, 2);
});

test('a tab that goes and comes back takes its place again', { tag: '@whole-browser' }, async ({ shop, openTabs }) => {
  const [first, ...others] = await openTabs(5);
  await first!.page.goto('/');
  await expectEachOnce(shop, others, 0);
  await goBack(first!.page);
  await expectEachOnce(shop, [first!, ...others], 1);
  await expectStreams(shop, HOLDERS);
});

test('a tab that the browser stops makes room for another until it goes on', async ({ shop, openTabs }) => {
  const [first, ...others] = await openTabs(5);
  const tell = (event: string) => first!.page.evaluate((event) => document.dispatchEvent(new Event(event)), event);
  const over = first!.page.waitForRequest('**/sse/over');
  await tell('freeze');
  await over;
  await expectEachOnce(shop, others, 0);
  await expectStreams(shop, HOLDERS);
  await tell('resume');
  await expectEachOnce(shop, [first!, ...others], 1);
  await expectStreams(shop, HOLDERS);
});

test('all tabs show that the server is away, and go on when it is back', async ({ shop, openTabs, allowConsole }) => {
  allowConsole(NETWORK);
  const desks = await openTabs(6);
  await expectStreams(shop, HOLDERS);
  await shop.kill();
  for (const desk of desks) {
    await expect(desk.link).toContainText(/Stale since \d\d:\d\d, reconnecting/, BACK);
  }
  await shop.restart();
  await expectEachOnce(shop, desks, 0);
  await Promise.all(desks.map((desk) => expect(desk.link).toHaveAttribute('data-link', 'live', BACK)));
  await expectStreams(shop, HOLDERS);
});

test('nobody gives a stream up for that of a tab which may not come back yet', async ({ shop, openTabs }) => {
  const [first, ...others] = await openTabs(4);
  const { connections } = await shop.api('admin').connections();
  await shop.api('admin').call('DELETE', `/sse/connections/${connections[0]!.stream}`);
  await expect(first!.link).toContainText(/reconnecting in \d+/);
  others.push(...await openTabs(1));
  await expectEachOnce(shop, others, 0);
  await expectStreams(shop, HOLDERS);
  await Promise.all(others.map((desk) => desk.expectLink('live')));
});

test('a tab whose stream was ended waits alone: another takes over from it at once', async ({ shop, openTabs }) => {
  const [first, ...others] = await openTabs(6);
  await expectStreams(shop, HOLDERS);
  const { connections } = await shop.api('admin').connections();
  await shop.api('admin').call('DELETE', `/sse/connections/${connections[0]!.stream}`);
  await expect(first!.link).toContainText(/reconnecting in \d+/);
  await expectEachOnce(shop, others, 0);
  await expectStreams(shop, HOLDERS);
  await Promise.all(others.map((desk) => desk.expectLink('live')));
  await expect(first!.link).toContainText(/reconnecting in \d+/);
});

test('tabs of a browser are told as the pages of one device, and one that is closed is counted no more', async ({ shop, openTabs }) => {
  const desks = await openTabs(6);
  await expectStreams(shop, HOLDERS);
  const presence = desks[0]!.page.locator('.presence');
  await expect(presence.locator('strong')).toHaveText('6');
  await expect(presence).toHaveAttribute('title', 'admin · 1 device · 6 pages');
  await desks[5]!.page.close({ runBeforeUnload: true });
  await expect(presence).toHaveAttribute('title', 'admin · 1 device · 5 pages');
  await expectStreams(shop, HOLDERS);
});

test('signing out shows in all tabs', async ({ openTabs, allowConsole }) => {
  allowConsole(/status of 401/);
  const [first, ...others] = await openTabs(6);
  await first!.page.getByRole('button', { name: 'Sign out' }).click();
  await first!.page.waitForURL('**/sign-in');
  for (const desk of others) {
    await expect(desk.link).toHaveAttribute('data-link', 'signed-out', BACK);
  }
});

test('an order’s pages count, and the back office makes room for them', async ({ shop, context, openTabs }) => {
  const desks = await openTabs(5);
  const order = await shop.api().order();
  for (let page = 1; page <= 2; page += 1) {
    const following = await context.newPage();
    await following.goto(`/orders/${order.token}`);
    await expect(following.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
  }
  await expectStreams(shop, HOLDERS - 2);
  await expectEachOnce(shop, desks, 1);
});

test.describe('a tab that holds a stream and falls silent', () => {
  test.use({ heartbeat: 2 });

  test('because it crashed is left by those that listen', async ({ shop, openTabs }) => {
    const [first, ...others] = await openTabs(6);
    await expectStreams(shop, HOLDERS);
    const crashed = first!.page.waitForEvent('crash');
    const client = await first!.page.context().newCDPSession(first!.page);
    void client.send('Page.crash').catch(() => {});
    await crashed;
    await expectEachOnce(shop, others, 0);
    await expectStreams(shop, HOLDERS);
    await expectEachOnce(shop, others, 1);
  });

  test('because it was stopped is left, and goes on when it may', async ({ shop, openTabs }) => {
    const [first, ...others] = await openTabs(6);
    await expectStreams(shop, HOLDERS);
    // A page with a dialog stands still, as one does that the browser freezes.
    const asked = first!.page.waitForEvent('dialog');
    await first!.page.evaluate(() => { setTimeout(() => alert()); });
    const dialog = await asked;
    // Its connection stays, and another tab takes over.
    await expectStreams(shop, HOLDERS + 1);
    await expectEachOnce(shop, others, 0);
    await dialog.dismiss();
    await expectEachOnce(shop, [first!, ...others], 1);
    await expectStreams(shop, HOLDERS);
  });
});

test('without BroadcastChannel each tab has a stream of its own', async ({ shop, context, openTabs }) => {
  await context.addInitScript(() => { delete (window as { BroadcastChannel?: unknown }).BroadcastChannel; });
  const desks = await openTabs(5);
  await expectStreams(shop, 5);
  await expectEachOnce(shop, desks, 0);
});

test.describe('under a name that is no secure context', () => {
  test.use({ host: 'shop.test' });

  test('tabs share as well', async ({ shop, openTabs }) => {
    const desks = await openTabs(7);
    expect(await desks[0]!.page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false]);
    await expectStreams(shop, HOLDERS);
    await expectEachOnce(shop, desks, 0);
    await desks[0]!.page.close({ runBeforeUnload: true });
    await expectEachOnce(shop, desks.slice(1), 1);
  });
});
