import { expect, test as base } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';
import { Proxy } from '../support/proxy.ts';

/** Longer than the longest delay after a few failures. */
const BACK = { timeout: 30_000 };

const test = base.extend<{ wire: Proxy; desk: Desk }>({
  wire: async ({ shop }, use) => {
    const proxy = await Proxy.start(shop.url);
    await use(proxy);
    await proxy.stop();
  },

  /** The back office as it is seen through the proxy, with one order in it. */
  desk: async ({ shop, wire, page }, use) => {
    const desk = new Desk(page);
    await desk.signInAs(shop.sessions.admin, wire.url);
    await page.goto(`${wire.url}/admin`);
    await desk.expectLink('live');
    await desk.record();
    await shop.api().order('Before');
    await expect(desk.card(1)).toBeVisible();
    await use(desk);
  },
});

test.use({ heartbeat: 1 });

/** Three orders popped up, each once, in a page that was never loaded anew. */
async function expectThreeOnce(desk: Desk): Promise<void> {
  const { toasts } = await desk.noted();
  expect(toasts.length).toBe(3);
  expect(new Set(toasts).size).toBe(3);
}

test('a stream that is open and silent is taken for lost, and what it swallowed arrives once', async ({ shop, wire, desk }) => {
  const reopened = desk.page.waitForRequest('**/sse/subscribe?*');
  wire.muteStreams();
  await shop.api().order('Into the silence');
  await reopened;
  await expect(desk.card(2)).toBeVisible(BACK);
  await desk.expectLink('live');
  await shop.api().order('After');
  await expect(desk.card(3)).toBeVisible();
  await expectThreeOnce(desk);
});

test('a line on which nothing is answered shows, and is left as soon as it works again', async ({ shop, wire, desk, allowConsole }) => {
  allowConsole(/net::ERR_/);
  wire.fallSilent();
  await desk.expectLink('lost');
  await shop.api().order('Into the silence');
  await expect(desk.link).toContainText(/Stale since \d\d:\d\d, reconnecting/);
  wire.recover();
  await expect(desk.card(2)).toBeVisible(BACK);
  await desk.expectLink('live');
  await shop.api().order('After');
  await expect(desk.card(3)).toBeVisible();
  await expectThreeOnce(desk);
});
