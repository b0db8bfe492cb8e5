import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';
import type { Shop } from '../support/shop.ts';

const ACTION = '**/admin/actions/load-desk*';

/** Lets the page's first stream ask for a place that the log never had. */
async function loseThePlace(page: Page, meanwhile: () => Promise<unknown>): Promise<void> {
  await page.route('**/sse/subscribe*', async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('after', 'anotherlog:1');
    await meanwhile();
    await route.continue({ url: url.href });
  }, { times: 1 });
}

async function signedIn(page: Page, shop: Shop): Promise<Desk> {
  const desk = new Desk(page);
  await desk.signInAs(shop.sessions.admin, shop.url);
  return desk;
}

test('a page whose place the log does not have reads everything anew, and says so', async ({ shop, page }) => {
  const desk = await signedIn(page, shop);
  await loseThePlace(page, () => shop.api().order('Between page and stream'));
  await desk.open();
  await expect(desk.card(1)).toBeVisible();
  await expect(desk.toast('reset')).toBeVisible();
  await expect(desk.toast('order')).toHaveCount(1);
  await desk.expectCounts(1, 0, 0);
  await shop.api().order('Afterwards');
  await desk.expectCounts(2, 0, 0);
  await expect(desk.toast('order')).toHaveCount(2);
});

test('what happens while everything is read anew is kept, and asks for nothing more', async ({ shop, page }) => {
  const desk = await signedIn(page, shop);
  await loseThePlace(page, () => shop.api().order('Before'));
  let asked = 0;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route(ACTION, async (route) => {
    asked += 1;
    const answer = await route.fetch();
    await held;
    await route.fulfill({ response: answer });
  });
  const reading = page.waitForRequest(ACTION);
  await desk.open();
  await reading;
  const second = await shop.api().order('Meanwhile');
  await shop.api('mei').changeAll(second, 'accepted');
  await desk.expectStatus(2, 'accepted');
  letGo();
  await expect(desk.card(1)).toBeVisible();
  await desk.expectStatus(2, 'accepted');
  await desk.expectCounts(1, 1, 0);
  expect(asked).toBe(1);
});
