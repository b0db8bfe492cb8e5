import { expect, NETWORK, test } from '../fixtures.ts';
import { ALIVE, Desk } from '../support/desk.ts';
import type { Shop } from '../support/shop.ts';

const ORDERS = 20;
const LIFE = ['placed', 'accepted', 'finished'];

test.beforeEach(({ allowConsole }) => allowConsole(NETWORK));

/** Lives of orders, interleaved: of each three neighbours in the log, two are of other orders. */
async function live(shop: Shop): Promise<void> {
  const mei = shop.api('mei');
  const orders = await shop.api().orderMany(ORDERS);
  const accepted = [];
  for (const order of orders) {
    accepted.push(await mei.change(order, 'accepted'));
  }
  for (const order of accepted) {
    await mei.change(order, 'finished');
  }
}

async function expectAllFinished(desk: Desk): Promise<void> {
  await expect(desk.cards).toHaveCount(ORDERS);
  await expect(desk.page.locator('[data-status=finished]')).toHaveCount(ORDERS);
  await desk.expectCounts(0, 0, ORDERS);
  await expect(desk.toast('order')).toHaveCount(0);
  await expect(desk.toast('finish').first()).toContainText(new RegExp(`#${ORDERS}\\s*finished by mei`));
  await expect(desk.more).toHaveText(`+${ORDERS - 3} more`);
  await expect(desk.page).toHaveTitle(/^Today's orders/);
}

/** No card went back in its life, and no popup came for an order that was done. */
async function expectForwardOnly(desk: Desk): Promise<void> {
  const { states } = await desk.noted();
  const last = new Map<number, number>();
  for (const { order, status } of states) {
    const rank = LIFE.indexOf(status);
    expect(rank, `#${order} became ${status}`).toBeGreaterThanOrEqual(last.get(order) ?? 0);
    last.set(order, rank);
  }
}

test('events that waited for a page without network are taken in the order sent, across names', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  // The network that is off keeps the page from coming back; open streams break with the server.
  await desk.page.context().setOffline(true);
  await shop.restart();
  await desk.expectLink('lost');
  await live(shop);
  await desk.page.context().setOffline(false);
  await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: 15_000 });
  await expectAllFinished(desk);
  await expectForwardOnly(desk);
});

test('events between rendering and the first opening are taken in the order sent', async ({ shop, browser }) => {
  const context = await browser.newContext();
  const desk = new Desk(await context.newPage());
  await desk.signInAs(shop.sessions.admin, shop.url);
  await desk.page.route('**/sse/subscribe*', (route) => route.abort());
  await desk.page.goto('/admin');
  await expect(desk.link).toHaveAttribute('data-link', 'lost', { timeout: ALIVE });
  await desk.record();
  await live(shop);
  await desk.page.unroute('**/sse/subscribe*');
  await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: 15_000 });
  await expectAllFinished(desk);
  await expectForwardOnly(desk);
  await context.close();
});

test('events as they happen are taken in the order sent', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  await live(shop);
  await expectAllFinished(desk);
  await expectForwardOnly(desk);
});
