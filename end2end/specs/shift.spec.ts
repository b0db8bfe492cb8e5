import type { Locator } from '@playwright/test';
import { expect, NETWORK, test as base } from '../fixtures.ts';
import type { Order, Status } from '../support/api.ts';
import { Desk } from '../support/desk.ts';
import { noteSounds, sounds, type Sound } from '../support/ears.ts';
import { readLog, type LogEvent } from '../support/log.ts';
import { Proxy } from '../support/proxy.ts';
import type { Shop, UserName } from '../support/shop.ts';

const ORDERS = 60;
/** The orders that come while one device is away. */
const AWAY = { first: 21, last: 40 };
/** With each so many-th order that comes, one ends. */
const ENDED = 3;
/** Each so many-th order is cancelled instead of finished. */
const CANCELLED = 9;
/** Longer than the longest delay after a few failures. */
const BACK = { timeout: 15_000 };
const COOKS = ['admin', 'mei'] as const;

/** Opens the back office in a browser of its own, at the shop's address or another one. */
const test = base.extend<{ openDevice: (user: UserName, url?: string) => Promise<Desk> }>({
  openDevice: async ({ browser, shop }, use) => {
    const desks: Desk[] = [];
    await use(async (user, url = shop.url) => {
      const context = await browser.newContext({ baseURL: url });
      await noteSounds(context);
      const desk = new Desk(await context.newPage());
      desks.push(desk);
      await desk.signInAs(shop.sessions[user], url);
      await desk.open();
      await desk.record();
      return desk;
    });
    await Promise.all(desks.map(({ page }) => page.context().close()));
  },
});

test.describe.configure({ timeout: 120_000 });

/** What two cooks do with the orders of a shift, seen on all devices that are there. */
class Shift {
  private readonly accepted: Order[] = [];

  constructor(
    private readonly shop: Shop,
    public devices: Desk[],
  ) {}

  /** Orders come one after the other, and are accepted and finished in turn. */
  async work(first: number, last: number): Promise<void> {
    for (let number = first; number <= last; number += 1) {
      const order = await this.place();
      await this.accept(order);
      if (number % ENDED === 0) {
        await this.end(this.accepted.shift()!);
      }
    }
  }

  /** An order comes, and pops up. */
  async place(): Promise<Order> {
    const order = await this.shop.api().order();
    await this.all(async (desk) => {
      await Promise.all([see(desk, order, 'placed'), popupOf(desk, order).waitFor()]);
    });
    return order;
  }

  /** One of the cooks accepts it: elsewhere, at the popup, or at the card. */
  async accept(order: Order): Promise<void> {
    const desk = this.devices[order.number % this.devices.length]!;
    switch (order.number % 5) {
      case 0:
        await popupOf(desk, order).getByRole('button', { name: 'Accept' }).click();
        break;
      case 1:
        await desk.card(order.number).getByRole('button', { name: 'Accept' }).click();
        break;
      default:
        await this.shop.api(COOKS[order.number % 2]).change(order, 'accepted');
    }
    await this.all(async (desk) => {
      await Promise.all([see(desk, order, 'accepted'), popupOf(desk, order).waitFor({ state: 'detached' })]);
    });
    this.accepted.push({ ...order, version: order.version + 1 });
  }

  /** The other cook finishes it, or calls it off; everybody closes the popup that tells of it. */
  private async end(order: Order): Promise<void> {
    const [status, kind] = order.number % CANCELLED === 0
      ? ['cancelled', 'cancel'] as const
      : ['finished', 'finish'] as const;
    await this.shop.api(COOKS[(order.number + 1) % 2]).change(order, status);
    // What one of a cook's devices closes, goes from the others: all have to show it first.
    await this.all(async (desk) => {
      await Promise.all([see(desk, order, status), desk.toast(kind).waitFor()]);
    });
    await this.all(closeBrief);
  }

  private async all(sees: (desk: Desk) => Promise<void>): Promise<void> {
    await Promise.all(this.devices.map(sees));
  }
}

const popupOf = (desk: Desk, { number }: Order): Locator =>
  desk.toast('order').filter({ has: desk.page.getByText(`#${number}`, { exact: true }) });

/** Waits until the list shows the order in that state. */
const see = (desk: Desk, { number }: Order, status: Status): Promise<void> =>
  desk.card(number).and(desk.page.locator(`[data-status=${status}]`)).waitFor({ state: 'attached' });

/** Closes all popups that would leave by themselves. */
async function closeBrief(desk: Desk): Promise<void> {
  const popups = desk.page.locator('[data-toast=finish], [data-toast=cancel]');
  await expect(async () => {
    // All at once: while one is looked for, another leaves.
    await popups.evaluateAll((all) => {
      all.forEach((popup) => popup.querySelector<HTMLElement>('.toast__close')!.click());
    });
    expect(await popups.count()).toBe(0);
  }).toPass();
}

/** The popup that an event has, by the name under which it is noted; most have one. */
function popup({ id, name, data }: LogEvent): string[] {
  const kind = data.to === 'cancelled' ? 'cancel' : name;
  return ['order', 'finish', 'cancel'].includes(kind) ? [`${kind} ${id}`] : [];
}

const numberOf = ({ data }: LogEvent): number => (data.number ?? data.order?.number)!;

/** The state of each order after some events. */
function states(events: LogEvent[]): Map<number, string> {
  return new Map(events.map((event) => [numberOf(event), event.data.to ?? 'placed']));
}

/** The list shows what the log says, and it rang for what the list showed as waiting, and for nothing else. */
async function expectTrue(desk: Desk, log: LogEvent[]): Promise<void> {
  const shown = (): Promise<[number, string][]> =>
    desk.cards.evaluateAll((cards) => cards.map((card) => {
      const { order, status } = (card as HTMLElement).dataset;
      return [Number(order), status!];
    }));
  await expect.poll(shown).toEqual([...states(log)].reverse());
  const rings = await ringsOf(desk);
  expect(rings.length).toBeGreaterThan(0);
  for (const { ringing, waiting } of rings) {
    expect(ringing).toBeGreaterThan(0);
    expect(waiting).toHaveLength(ringing);
  }
}

async function ringsOf(desk: Desk): Promise<Sound[]> {
  return (await sounds(desk.page)).filter(({ name }) => name === 'order');
}

test('a shift of sixty orders: each device pops up and rings for what the log tells, and for nothing else', async ({ shop, openDevice, allowConsole }) => {
  allowConsole(NETWORK);
  const proxy = await Proxy.start(shop.url);
  const start = (await readLog(shop, 'bo')).head;
  const [counter, office, kitchen] = await Promise.all([openDevice('admin'), openDevice('admin', proxy.url), openDevice('mei')]);
  const shift = new Shift(shop, [counter, office, kitchen]);
  const first = await shift.place();
  for (const desk of shift.devices) {
    await expect.poll(async () => (await ringsOf(desk)).length).toBeGreaterThan(0);
  }
  await shift.accept(first);
  await shift.work(2, AWAY.first - 1);

  // Both lines of the office are cut: the one that is open, and any new one.
  await office.page.context().setOffline(true);
  proxy.recover();
  await office.expectLink('lost');
  const before = (await office.noted()).toasts;
  const left = (await readLog(shop, 'bo')).head;
  shift.devices = [counter, kitchen];
  await shift.work(AWAY.first, AWAY.last - 2);
  const waiting = [await shift.place(), await shift.place()];
  const missed = (await readLog(shop, 'bo', left)).events;
  const back = Date.now();
  await office.page.context().setOffline(false);
  await expect(office.link).toHaveAttribute('data-link', 'live', BACK);
  for (const { number } of waiting) {
    await office.expectStatus(number, 'placed');
  }
  await expect(office.toast('order')).toHaveCount(waiting.length);
  await expect.poll(async () => (await ringsOf(office)).at(-1)!.at).toBeGreaterThan(back);
  await closeBrief(office);

  shift.devices = [counter, office, kitchen];
  for (const order of waiting) {
    await shift.accept(order);
  }
  await shift.work(AWAY.last + 1, ORDERS - 2);
  await shift.place();
  await shift.place();

  const log = (await readLog(shop, 'bo', start)).events;
  expect(log.filter(({ name }) => name === 'order')).toHaveLength(ORDERS);
  for (const desk of [counter, office, kitchen]) {
    await expectTrue(desk, log);
  }
  for (const desk of [counter, kitchen]) {
    expect((await desk.noted()).toasts).toEqual(log.flatMap(popup));
  }
  // Of what it missed, the office pops up what still waited, and rings for that alone.
  const answered = [...states(missed)].filter(([, state]) => state !== 'placed').map(([number]) => number);
  const late = (await ringsOf(office)).filter(({ at }) => at > back).flatMap((ring) => ring.waiting);
  expect(late.filter((number) => answered.includes(number))).toEqual([]);
  const over = missed.filter((event) => answered.includes(numberOf(event))).flatMap(popup);
  const { toasts } = await office.noted();
  expect(toasts.slice(0, before.length)).toEqual(before);
  // What it missed came at once, the newest on top.
  const orders = (popups: string[]): string[] => popups.filter((name) => name.startsWith('order ')).sort();
  expect(orders(toasts)).toEqual(orders(log.flatMap(popup)).filter((name) => !over.includes(name)));
  await proxy.stop();
});
