import { expect, test } from '../fixtures.ts';
import type { Api, Order, Status } from '../support/api.ts';
import type { Desk } from '../support/desk.ts';

const ORDERS = 500;
/** So many milliseconds lie between two events: 20 come in a second. */
const PACE = 50;
const ROUNDS = 15;
/** How many orders are on their way to the server at a time. */
const AT_ONCE = 20;
const STEPS: Status[] = ['accepted', 'preparing', 'ready', 'finished'];

for (const slower of [1, 4]) {
  const machine = slower === 1 ? 'as it is' : `on a processor ${slower} times slower`;
  test(`how long a press waits beside 500 orders, ${machine} @measure`, async ({ shop, openDesk }) => {
    test.setTimeout(300_000);
    const desk = await openDesk('admin');
    const api = shop.api('admin');
    const orders: Order[] = [];
    while (orders.length < ORDERS) {
      orders.push(...await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => api.order(`Guest ${orders.length + n}`))));
    }
    await expect(desk.cards).toHaveCount(ORDERS, { timeout: 60_000 });
    const devtools = await desk.page.context().newCDPSession(desk.page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await noteInteractions(desk);
    const events = new AbortController();
    const sent = sendEvents(api, orders, events.signal);
    for (let round = 0; round < ROUNDS; round += 1) {
      await work(desk, round);
    }
    events.abort();
    const count = await sent;
    const taken = await interactions(desk);
    taken.sort((a, b) => b - a);
    // Of fewer than 50 interactions the longest counts; of more, one in 50 may be passed over (web.dev/articles/inp).
    const inp = taken[Math.floor(taken.length / 50)];
    console.log(`interaction to next paint, ${machine}: ${inp} ms; ${taken.length} interactions, ${count} events; the longest ${taken.slice(0, 5).join(', ')}`);
    expect(taken.length).toBeGreaterThan(ROUNDS);
  });
}

/** What somebody does: types, unfolds, accepts, closes a popup, goes through the list by keys. */
async function work(desk: Desk, round: number): Promise<void> {
  const { page } = desk;
  await page.locator('.message textarea').pressSequentially('tea', { delay: 60 });
  const waiting = page.locator('.card--placed').nth(round);
  await waiting.locator('.card__call-off summary').click();
  await waiting.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.locator('h1').first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.locator('.alert-panel summary').click();
  await page.locator('.alert-panel summary').click();
}

/** Moves orders on, sends a message now and then, and takes new orders, at their pace; tells how many events that were. */
async function sendEvents(api: Api, orders: Order[], until: AbortSignal): Promise<number> {
  const answers: Promise<unknown>[] = [];
  const start = performance.now();
  let count = 0;
  for (; !until.aborted; count += 1) {
    const early = start + count * PACE - performance.now();
    if (early > 0) {
      await new Promise((resolve) => { setTimeout(resolve, early); });
    }
    answers.push(event(api, orders, count));
  }
  await Promise.all(answers);
  return count;
}

async function event(api: Api, orders: Order[], count: number): Promise<void> {
  const place = Math.floor(count / 10);
  switch (count % 10) {
    case 0: await api.order(`Late guest ${count}`); break;
    case 1: await api.push(null, `Message ${count}`); break;
    // Each order of the oldest makes its four steps, eight events after one another.
    default: {
      const at = place * 2 + (count % 2);
      const order = orders[at]!;
      const step = STEPS[Math.floor((count % 10 - 2) / 2)]!;
      orders[at] = await api.change(order, step);
    }
  }
}

/** Notes from now on how long each press waited for the page to show what came of it (Event Timing API). */
async function noteInteractions(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => {
    const waits: Record<number, number> = {};
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
        if (entry.interactionId) {
          waits[entry.interactionId] = Math.max(waits[entry.interactionId] ?? 0, entry.duration);
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(window, { waits });
  });
}

async function interactions(desk: Desk): Promise<number[]> {
  return desk.page.evaluate(() => Object.values((window as unknown as { waits: Record<number, number> }).waits));
}
