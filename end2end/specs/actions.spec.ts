import { expect, test } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';

test('an order is accepted and finished by its buttons, and the counters follow', async ({ shop, openDesk }) => {
  await shop.api().order();
  const desk = await openDesk('admin');
  const card = desk.card(1);
  await desk.expectCounts(1, 0, 0);
  await card.getByRole('button', { name: 'Accept' }).click();
  await desk.expectStatus(1, 'accepted');
  await expect(card).toContainText(/Accepted by admin at \d\d:\d\d/);
  await desk.expectCounts(0, 1, 0);
  await expect(desk.page).toHaveTitle(/^Today's orders/);
  await card.getByRole('button', { name: 'Finish' }).click();
  await desk.expectStatus(1, 'finished');
  await desk.expectCounts(0, 0, 1);
  await expect(card.getByRole('button', { name: /Accept|Start|Ready|Finish/ })).toHaveCount(0);
  const [order] = await shop.api('admin').orders();
  expect(order?.status).toBe('finished');
});

test('an order is rejected or cancelled with a reason', async ({ shop, openDesk }) => {
  await shop.api().order();
  const desk = await openDesk('admin');
  const card = desk.card(1);
  await card.getByText('Reject').click();
  await card.getByRole('button', { name: 'Too busy' }).click();
  await desk.expectStatus(1, 'rejected');
  await desk.expectCounts(0, 0, 0);
  await expect(desk.toasts).toHaveCount(0);
  const next = await shop.api().order();
  await shop.api('admin').change(next, 'accepted');
  await desk.expectStatus(2, 'accepted');
  await desk.card(2).getByText('Cancel').click();
  await desk.card(2).getByRole('button', { name: 'Sold out' }).click();
  await desk.expectStatus(2, 'cancelled');
  await expect(desk.toast('cancel')).toContainText(/#2\s*cancelled by admin/);
  const orders = await shop.api('admin').orders();
  expect(orders.map((order) => order.reason?.kind)).toEqual(['sold_out', 'busy']);
});

test('an order is accepted with a promise, which its customer sees', async ({ shop, openDesk, page }) => {
  const order = await shop.api().order();
  const desk = await openDesk('admin');
  await page.goto(`${shop.url}/orders/${order.token}`);
  await desk.card(1).getByRole('group', { name: 'Accept, ready in' }).getByRole('button', { name: '15 min' }).click();
  await desk.expectStatus(1, 'accepted');
  await expect(desk.card(1)).toContainText(/Ready at about \d\d:\d\d/);
  await expect(page.locator('.progress__text')).toContainText(/Ready at about \d\d:\d\d/);
  await desk.card(1).getByRole('button', { name: 'Start' }).click();
  await expect(page.locator('.steps [aria-current]')).toContainText('Preparing');
  await desk.card(1).getByRole('button', { name: 'Ready' }).click();
  await expect(page.locator('.progress__text')).toHaveText(/^It is ready\. Please pick it up\.\s*$/);
});

test('a step is taken back, and then the order waits again on every page', async ({ shop, openDesk }) => {
  await shop.api().order();
  const [mine, theirs] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await mine.toast('order').getByRole('button', { name: 'Accept' }).click();
  await theirs.expectStatus(1, 'accepted');
  await expect(theirs.toasts).toHaveCount(0);
  await expect(theirs.card(1).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await mine.card(1).getByRole('button', { name: 'Undo' }).click();
  for (const desk of [mine, theirs]) {
    await desk.expectStatus(1, 'placed');
    await expect(desk.toast('order')).toHaveCount(1);
    await desk.expectCounts(1, 0, 0);
  }
});

test('an order is accepted by its popup’s button', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().order();
  await desk.toast('order').getByRole('button', { name: 'Accept' }).click();
  await desk.expectStatus(1, 'accepted');
  await expect(desk.toasts).toHaveCount(0);
});

test('what a colleague does shows in list, counters and popups, without a reload', async ({ shop, openDesk }) => {
  await shop.api().order();
  const [mine, theirs] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await mine.record();
  await expect(mine.toast('order')).toHaveCount(1);
  await theirs.card(1).getByRole('button', { name: 'Accept' }).click();
  await mine.expectStatus(1, 'accepted');
  await expect(mine.card(1)).toContainText('Accepted by mei');
  await mine.expectCounts(0, 1, 0);
  await expect(mine.toast('order')).toHaveCount(0);
  await theirs.card(1).getByRole('button', { name: 'Finish' }).click();
  await mine.expectStatus(1, 'finished');
  await mine.expectCounts(0, 0, 1);
  await expect(mine.toast('finish')).toContainText(/#1\s*finished by mei/);
  expect((await mine.noted()).toasts).toHaveLength(1);
});

test('whoever acts on what is no longer so is told who was faster, and when', async ({ shop, openDesk, allowConsole, browser }) => {
  // The refusal is an answer of its own status; the late page has no stream.
  allowConsole(/status of 409|net::ERR_FAILED/);
  const order = await shop.api().order();
  const context = await browser.newContext();
  const late = new Desk(await context.newPage());
  await late.signInAs(shop.sessions.mei, shop.url);
  await late.page.route('**/sse/subscribe*', (route) => route.abort());
  await late.page.goto('/admin');
  const accept = late.card(1).getByRole('button', { name: 'Accept' });
  await expect(accept).toBeEnabled({ timeout: 15_000 });
  await shop.api('admin').change(order, 'accepted');
  await accept.click();
  await expect(late.card(1).getByRole('alert')).toHaveText(/^admin was faster, at \d\d:\d\d: Accepted\.$/);
  await context.close();
  const desk = await openDesk('bo');
  await expect(desk.card(1)).toContainText('Accepted by admin');
});

test('of two who press at the same time one wins, and the other is told', async ({ shop, openDesk, allowConsole }) => {
  allowConsole(/status of 409/);
  await shop.api().order();
  const desks = await Promise.all([openDesk('admin'), openDesk('mei')]);
  // Both requests leave before either is answered.
  let arrived = 0;
  let release = (): void => {};
  const both = new Promise<void>((resolve) => { release = resolve; });
  for (const { page } of desks) {
    await page.route('**/admin/actions/change-order', async (route) => {
      arrived += 1;
      if (arrived === desks.length) {
        release();
      }
      await both;
      await route.continue();
    });
  }
  await Promise.all(desks.map((desk) => desk.card(1).getByRole('button', { name: 'Accept' }).click()));
  const told = (desk: Desk) => desk.page.getByRole('alert').filter({ hasText: /(admin|mei) was faster, at \d\d:\d\d: Accepted/ });
  for (const desk of desks) {
    await desk.expectStatus(1, 'accepted');
    await desk.expectCounts(0, 1, 0);
  }
  // Both have heard of everything: what is told now is what stays.
  await shop.api().order('Later');
  for (const desk of desks) {
    await expect(desk.card(2)).toBeVisible();
  }
  await expect.poll(async () => {
    const counts = await Promise.all(desks.map((desk) => told(desk).count()));
    return counts.filter((count) => count > 0).length;
  }).toBe(1);
  const orders = await shop.api('admin').orders();
  expect(orders.at(-1)).toMatchObject({ number: 1, status: 'accepted', version: 2 });
});

test('pages that are open are counted, and named', async ({ openDesk }) => {
  const mine = await openDesk('admin');
  await expect(mine.count('streams')).toHaveText('1');
  const theirs = await openDesk('mei');
  await expect(mine.count('streams')).toHaveText('2');
  await expect(mine.page.locator('.presence__names')).toHaveText('admin · mei');
  const again = await openDesk('mei');
  await expect(mine.page.locator('.presence__names')).toHaveText('admin · mei ×2');
  await again.page.close();
  await theirs.page.close();
  await expect(mine.count('streams')).toHaveText('1');
});

test('the shop’s clock goes on, by the server’s time and in the shop’s zone', async ({ openDesk }) => {
  const desk = await openDesk('admin');
  const clock = desk.page.locator('.clock time');
  await expect(clock).toHaveText(/^\d\d:\d\d:\d\d$/);
  const first = await clock.textContent();
  await expect(clock).not.toHaveText(first!);
});
