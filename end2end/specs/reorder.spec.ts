import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { sendForm } from '../support/menu.ts';
import type { Shop } from '../support/shop.ts';

interface Point {
  x: number;
  y: number;
}

async function open(page: Page, shop: Shop): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/menu');
  // What comes later would move the rows.
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
}

const dishes = (page: Page): Locator => page.locator('[data-dish]');
const handle = (row: Locator): Locator => row.locator('> .handle');

/** The dishes' identities, in the order of the page. */
async function order(page: Page): Promise<string[]> {
  return dishes(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-dish')!));
}

/** Waits for them: an address changes before the page that it leads to is there. */
async function expectOrder(page: Page, dishes: (string | undefined)[]): Promise<void> {
  await expect.poll(() => order(page)).toEqual(dishes);
}

async function middle(of: Locator): Promise<Point> {
  const box = (await of.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on the handle of one row, and moves to below the middle of another. */
async function drag(page: Page, row: Locator, to: Locator): Promise<void> {
  const from = await middle(handle(row));
  const { y } = await middle(to);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, y + 2, { steps: 8 });
}

/** A finger. */
async function touch(client: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point): Promise<void> {
  await client.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
}

test('a dish is dragged to another place with the mouse', async ({ page, shop }) => {
  await open(page, shop);
  const [first, second, third, ...rest] = await order(page);
  await drag(page, dishes(page).first(), dishes(page).nth(2));
  // It is there already, and nothing is sent yet.
  expect(await order(page)).toEqual([second, third, first, ...rest]);
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`#dish-${first}$`));
  await expectOrder(page, [second, third, first, ...rest]);
  await page.reload();
  expect(await order(page)).toEqual([second, third, first, ...rest]);
});

test('a dish is dragged to the end', async ({ page, shop }) => {
  await open(page, shop);
  const [first, ...rest] = await order(page);
  await drag(page, dishes(page).first(), dishes(page).last());
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`#dish-${first}$`));
  await expectOrder(page, [...rest, first]);
});

test('a dish is dragged with a finger, and the page does not scroll with it', async ({ browser, shop }) => {
  const context = await browser.newContext({ baseURL: shop.url, hasTouch: true, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await open(page, shop);
  const [first, second, ...rest] = await order(page);
  await dishes(page).first().evaluate((row) => row.scrollIntoView({ block: 'center' }));
  const scrolled = await page.evaluate(() => window.scrollY);
  const client = await context.newCDPSession(page);
  const from = await middle(handle(dishes(page).first()));
  const to = await middle(dishes(page).nth(1));
  await touch(client, 'touchStart', from);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await touch(client, 'touchMove', { x: from.x, y: from.y + (to.y + 2 - from.y) * part });
  }
  await expectOrder(page, [second, first, ...rest]);
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
  await touch(client, 'touchEnd');
  await expect(page).toHaveURL(new RegExp(`#dish-${first}$`));
  await expectOrder(page, [second, first, ...rest]);
  await context.close();
});

test('Escape leaves everything as it was', async ({ page, shop }) => {
  await open(page, shop);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  const before = await order(page);
  await drag(page, dishes(page).first(), dishes(page).nth(2));
  expect(await order(page)).not.toEqual(before);
  await page.keyboard.press('Escape');
  expect(await order(page)).toEqual(before);
  await page.mouse.move(0, 0);
  await page.mouse.up();
  expect(await order(page)).toEqual(before);
  await expect(page.locator('.dragged')).toHaveCount(0);
  expect(sent.filter((url) => url.endsWith('/place'))).toEqual([]);
});

test('the page scrolls along at its edges', async ({ page, shop }) => {
  await page.setViewportSize({ width: 1000, height: 420 });
  await open(page, shop);
  const [first] = await order(page);
  await dishes(page).first().evaluate((row) => row.scrollIntoView({ block: 'center' }));
  const { x, y } = await middle(handle(dishes(page).first()));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, 415, { steps: 4 });
  // The pointer rests; the last dish comes to it.
  await expect.poll(async () => (await order(page)).at(-1)).toBe(first);
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`#dish-${first}$`));
});

test('a category is dragged', async ({ page, shop }) => {
  await open(page, shop);
  const rows = page.locator('.categories li');
  const names = await rows.locator('a > span:first-child').allTextContents();
  await drag(page, rows.first(), rows.nth(1));
  await page.mouse.up();
  await expect(page.locator('.category-link[aria-current]')).toContainText(names[0]!);
  const expected = [names[1]!, names[0]!, ...names.slice(2)];
  await expect(rows.locator('a > span:first-child')).toHaveText(expected);
});

test('where a colleague deleted what it was put before, that is said', async ({ page, shop, allowConsole }) => {
  allowConsole(/status of 404/);
  await open(page, shop);
  const [first, second, third, ...rest] = await order(page);
  await sendForm(shop, 'admin', `/admin/menu/dishes/${third}/delete`);
  await expect(page.getByRole('status').filter({ hasText: 'admin changed the menu.' })).toBeVisible();
  await drag(page, dishes(page).first(), dishes(page).nth(1));
  await page.mouse.up();
  await expect(page.getByRole('alert').filter({ hasText: 'There is no such thing any more.' })).toBeVisible();
  expect(await order(page)).toEqual([first, second, ...rest]);
});

test('handles are for those who point: no key and no screen reader stops there', async ({ page, shop }) => {
  await open(page, shop);
  const first = handle(dishes(page).first());
  await expect(first).toHaveAttribute('aria-hidden', 'true');
  expect(await first.evaluate((element) => (element as HTMLElement).tabIndex)).toBe(-1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there are the buttons alone', async ({ page, shop }) => {
    await page.context().addCookies([shop.cookie('admin')]);
    await page.goto('/admin/menu');
    await expect(page.locator('.handle')).toHaveCount(0);
    await dishes(page).first().getByRole('button', { name: 'Move down' }).click();
    await expect(dishes(page).nth(1)).toHaveAttribute('data-dish', '1');
  });
});
