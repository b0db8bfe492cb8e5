import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE, type Desk } from '../support/desk.ts';
import { controls, walk } from '../support/keyboard.ts';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1280, height: 800 };
/** What one writes a message with. */
const FORM = '.message :is(h2, label, select, textarea, button)';

/** Leaves three popups on the screen, and a button for more. */
async function fill(desk: Desk, order: (count: number) => Promise<unknown>): Promise<void> {
  await order(5);
  await expect(desk.toasts).toHaveCount(3);
  await expect(desk.more).toBeVisible();
}

/** What of the page that `selector` finds is not wholly to be seen, and why. */
async function covered(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    if (found.length === 0) {
      return [`there is no ${selector}`];
    }
    const popups = [...document.querySelectorAll('.toaster > *')].map((popup) => popup.getBoundingClientRect());
    return found.flatMap((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const isOutside = top < 0 || left < 0 || bottom > innerHeight || right > innerWidth;
      const isUnder = popups.some((popup) =>
        left < popup.right && popup.left < right && top < popup.bottom && popup.top < bottom);
      const name = element.outerHTML.slice(0, 80);
      return [...(isOutside ? [`outside: ${name}`] : []), ...(isUnder ? [`under a popup: ${name}`] : [])];
    });
  }, selector);
}

/** Every control of the page itself. */
const CONTROLS = 'main :is(a[href], button, input, select, textarea, summary):not(.toaster *)';

/** Scrolls to the page's end, as often as it takes for the page to be as long as it gets. */
async function expectClearAtTheEnd(page: Page): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }));
    expect((await covered(page, CONTROLS)).filter((what) => what.startsWith('under'))).toEqual([]);
    // What is the lowest of all is to be seen.
    await page.evaluate((controls) => {
      const all = [...document.querySelectorAll(controls)].filter((control) => control.checkVisibility());
      const lowest = all.sort((a, b) => a.getBoundingClientRect().bottom - b.getBoundingClientRect().bottom).at(-1);
      document.querySelectorAll('[data-lowest]').forEach((control) => control.removeAttribute('data-lowest'));
      lowest?.setAttribute('data-lowest', '');
    }, CONTROLS);
    expect(await covered(page, '[data-lowest]')).toEqual([]);
  }).toPass({ timeout: 5_000 });
}

for (const viewport of [PHONE, LAPTOP]) {
  for (const path of ['/admin', '/admin/menu']) {
    test.describe(`${path} at ${viewport.width} × ${viewport.height}`, () => {
      let desk: Desk;

      test.beforeEach(async ({ shop, openDesk }) => {
        desk = await openDesk('admin', { viewport });
        await desk.page.goto(path);
        await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
        await fill(desk, (count) => shop.api().orderMany(count));
      });

      test('no popup lies over what has the keyboard', async () => {
        const stops = await walk(desk.page);
        expect(stops.map(({ control }) => control)).toEqual(await controls(desk.page));
        expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
      });

      test('no popup lies over anything at the page’s end', async () => {
        await expectClearAtTheEnd(desk.page);
      });
    });
  }

  test(`popups that come while one writes do not come over it at ${viewport.width} × ${viewport.height}`, async ({ shop, openDesk }) => {
    const desk = await openDesk('admin', { viewport });
    // So many that one has to go down to the form where it is below them.
    for (const order of await shop.api().orderMany(4)) {
      await shop.api('mei').change(order, 'accepted');
    }
    await desk.expectCounts(0, 4, 0);
    await expect(desk.toasts).toHaveCount(0);
    const text = desk.page.getByLabel('Text');
    await text.pressSequentially('Table 4');
    await fill(desk, (count) => shop.api().orderMany(count));
    await expect.poll(() => covered(desk.page, '#admin-message-text')).toEqual([]);
    await expect(text).toBeFocused();
    await text.pressSequentially(' waits');
    await expect(text).toHaveValue('Table 4 waits');
  });
}

test('on a phone no popup lies over the form for messages at the page’s end', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin', { viewport: PHONE });
  await fill(desk, (count) => shop.api().orderMany(count));
  await expectClearAtTheEnd(desk.page);
  expect(await covered(desk.page, FORM)).toEqual([]);
});

test('on a laptop no popup ever lies over the form for messages', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin', { viewport: LAPTOP });
  await fill(desk, (count) => shop.api().orderMany(count));
  expect(await covered(desk.page, FORM)).toEqual([]);
});
