import { expect, test } from '../fixtures.ts';
import { type Api, type Order, pace, type Status } from '../support/api.ts';
import type { Desk } from '../support/desk.ts';
import { interactions, noteInteractions } from '../support/interactions.ts';

const ORDERS = 500;
/** So many milliseconds lie between two events: 20 come in a second. */
const PACE = 50;
const ROUNDS = 15;
/** How many orders are on their way to the server at a time. */
const AT_ONCE = 20;
const STEPS: Status[] = ['accepted', 'preparing', 'ready', 'finished'];

test('how long a press waits beside 500 orders @measure', async ({ shop, openDesk }) => {
  test.setTimeout(300_000);
  const desk = await openDesk('admin');
  const api = shop.api('admin');
  const orders: Promise<Order>[] = [];
  while (orders.length < ORDERS) {
    orders.push(...Array.from({ length: AT_ONCE }, (_, n) => api.order(`Guest ${orders.length + n}`)));
    await Promise.all(orders);
  }
  await expect(desk.cards).toHaveCount(ORDERS, { timeout: 60_000 });
  await noteInteractions(desk.page);
  const events = new AbortController();
  const sent = sendEvents(api, orders, events.signal);
  for (let round = 0; round < ROUNDS; round += 1) {
    await work(desk);
  }
  events.abort();
  const count = await sent;
  const taken = (await interactions(desk.page)).reverse();
  // One in 50 may be passed over (web.dev/articles/inp).
  const inp = taken[Math.floor(taken.length / 50)];
  console.log(`interaction to next paint: ${inp} ms; ${taken.length} interactions, ${count} events; the longest ${taken.slice(0, 5).join(', ')}`);
  expect(taken.length).toBeGreaterThan(ROUNDS);
});

/** What somebody does: types, unfolds, goes through the list and accepts by keys, closes a popup. */
async function work(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.locator('.message textarea').pressSequentially('tea', { delay: 60 });
  // What lies over the page is a place for the pointer that does not move while others come.
  await page.locator('.alert-panel summary').click();
  await page.locator('.alert-panel summary').click();
  await desk.more.click();
  await desk.more.click();
  await page.keyboard.press('Escape');
  for (const key of ['j', 'j', 'k', 'a', 'Escape']) {
    await page.keyboard.press(key);
  }
}

/** Moves orders on, sends a message now and then, and takes new orders, at their pace; tells how many events that were. */
async function sendEvents(api: Api, orders: Promise<Order>[], until: AbortSignal): Promise<number> {
  const answers: Promise<unknown>[] = [];
  for await (const count of pace(PACE)) {
    if (until.aborted) {
      break;
    }
    answers.push(event(api, orders, count));
  }
  await Promise.all(answers);
  return answers.length;
}

async function event(api: Api, orders: Promise<Order>[], count: number): Promise<void> {
  const place = Math.floor(count / 10);
  switch (count % 10) {
    case 0: await api.order(`Late guest ${count}`); break;
    case 1: await api.push(null, `Message ${count}`); break;
    // Each order of the oldest makes its four steps, eight events after one another.
    default: {
      const at = place * 2 + (count % 2);
      const step = STEPS[Math.floor((count % 10 - 2) / 2)]!;
      orders[at] = orders[at]!.then(async (order) => api.change(order, step));
      await orders[at];
    }
  }
}
