import type { Page } from '@playwright/test';
import { expect, test as base } from '../fixtures.ts';
import { pace } from '../support/api.ts';
import { ALIVE, Desk } from '../support/desk.ts';
import { noteSounds, sounds } from '../support/ears.ts';
import { interactions, noteInteractions } from '../support/interactions.ts';
import type { Shop } from '../support/shop.ts';

const ORDERS = 200;
/** So many milliseconds lie between two orders: 20 come in a second. */
const PACE = 50;
/** One page rings once in so many milliseconds at the most. */
const APART = 2_000;
/** How long a page may take to show what came. */
const SHOWN = { timeout: 30_000 };

const test = base.extend<{ openPage: (path?: string) => Promise<Desk> }>({
  /** Opens pages of one browser. */
  openPage: async ({ browser, shop }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addCookies([shop.cookie('admin')]);
    await noteSounds(context);
    await use(async (path = '/admin') => {
      const desk = new Desk(await context.newPage());
      await desk.page.goto(shop.url + path);
      await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
      return desk;
    });
    await context.close();
  },
});

test.describe.configure({ timeout: 120_000 });

/** Places all orders but the first at their pace, however long the answer to each takes. */
async function storm(shop: Shop): Promise<void> {
  const answers: Promise<unknown>[] = [];
  for await (const count of pace(PACE)) {
    if (count === ORDERS) {
      break;
    }
    // The first one is there.
    if (count > 0) {
      answers.push(shop.api().order(`Guest ${count}`));
    }
  }
  await Promise.all(answers);
}

async function expectAll(desk: Desk): Promise<void> {
  await expect(desk.cards).toHaveCount(ORDERS, SHOWN);
  await expect(desk.toasts).toHaveCount(3);
  await expect(desk.toasts.first()).toContainText(`#${ORDERS}`);
  await expect(desk.more).toHaveText(`+${ORDERS - 3} more`);
  await desk.expectCounts(ORDERS, 0, 0);
  await desk.expectLink('live');
}

test('of two hundred orders in ten seconds none is lost, three pop up, and one page rings', async ({ shop, openPage }) => {
  const desks = [await openPage(), await openPage()];
  const heard = async () => Promise.all(desks.map(({ page }) => sounds(page)));
  await Promise.all(desks.map((desk) => desk.record()));
  const start = Date.now();
  await shop.api().order('Before');
  // Which page rings is settled with the first ring.
  await expect.poll(async () => (await heard()).flat().length).toBe(1);
  await storm(shop);
  for (const desk of desks) {
    await expectAll(desk);
    const { toasts } = await desk.noted();
    expect(new Set(toasts).size, 'no popup came twice').toBe(toasts.length);
    expect(await desk.numbers()).toEqual(Array.from({ length: ORDERS }, (_, place) => ORDERS - place));
    await desk.more.click();
    await expect(desk.toasts).toHaveCount(30);
    await expect(desk.page.getByRole('link', { name: '170 more are among the notifications' })).toBeVisible();
  }
  const [one, other] = (await heard()).sort((a, b) => b.length - a.length);
  expect(other).toEqual([]);
  expect(one!.length).toBeLessThanOrEqual(1 + Math.ceil((Date.now() - start) / APART));
  expect(new Set(one!.map(({ name }) => name))).toEqual(new Set(['order']));
});

/** Presses where an element is now: nothing stands still in a storm. */
async function press(page: Page, selector: string): Promise<void> {
  const { x, y } = await page.locator(selector).first().evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(x, y);
}

test('the page answers presses within 200 ms while two hundred orders come @measure', async ({ shop, openPage }) => {
  const desk = await openPage();
  const { page } = desk;
  await noteInteractions(page);
  let isOver = false;
  await shop.api().order('Before');
  await expect(desk.toasts).toHaveCount(1);
  const coming = storm(shop).then(() => { isOver = true; });
  for (let round = 0; !isOver; round += 1) {
    await press(page, '[data-toast] .button--quiet');
    await page.evaluate(() => window.scrollTo(0, 0));
    await press(page, '#admin-message-text');
    await page.keyboard.type(`${round} `);
  }
  await coming;
  await expectAll(desk);
  const durations = await interactions(page);
  console.log(`${durations.length} presses, in ms: median ${durations[durations.length >> 1]}, most ${durations.at(-1)}`);
  expect(durations.length).toBeGreaterThan(5);
  expect(durations.at(-1)).toBeLessThan(200);
});
