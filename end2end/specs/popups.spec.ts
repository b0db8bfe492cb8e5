import { expect, NETWORK, test } from '../fixtures.ts';
import { ALIVE, type Desk } from '../support/desk.ts';
import { Finger } from '../support/touch.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** Longer than it takes a finger to be slow, in milliseconds. */
const SLOW = 1_000;
const CHANGE = '**/admin/actions/change-order*';

const acceptAll = (desk: Desk) => desk.page.getByRole('button', { name: /^Accept all/ });
const answer = (desk: Desk) => desk.toasts.getByRole('link', { name: 'Answer' });

test.describe('a finger', () => {
  const words = (desk: Desk) => desk.toasts.first().locator('.toast__text');

  for (const [way, pixels] of [['right', 60], ['left', -60]] as const) {
    test(`sweeps a popup off to the ${way}, and it stays away`, async ({ shop, openDesk }) => {
      const desk = await openDesk('admin', PHONE);
      await shop.api().orderMany(2);
      await expect(desk.toasts).toHaveCount(2);
      const finger = await Finger.of(desk.page);
      await finger.press(words(desk));
      await finger.lead(pixels, SLOW);
      await expect(desk.toasts.first()).toHaveAttribute('data-swiped');
      await finger.lift();
      await expect(desk.toasts).toHaveCount(1);
      await expect(desk.toasts).toContainText('#1');
      await desk.page.reload();
      await desk.expectLink('live');
      await expect(desk.toasts).toHaveCount(1);
      await expect(desk.toasts).toContainText('#1');
    });
  }

  test('that is slow and stops soon leaves it, one that is fast does not', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin', PHONE);
    await shop.api().order();
    await expect(desk.toasts).toHaveCount(1);
    const finger = await Finger.of(desk.page);
    await finger.press(words(desk));
    await finger.lead(20, SLOW);
    await expect(desk.toasts).toHaveAttribute('data-swiped');
    await finger.lift();
    await expect(desk.toasts).not.toHaveAttribute('data-swiped');
    await expect(desk.toasts).toHaveCount(1);
    await finger.press(words(desk));
    await finger.lead(20, 40);
    await finger.lift();
    await expect(desk.toasts).toHaveCount(0);
  });

  test('that moves on a button presses nothing and sweeps nothing', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin', PHONE);
    await shop.api().order();
    const finger = await Finger.of(desk.page);
    await finger.press(desk.toasts.getByRole('button', { name: 'Accept' }));
    await finger.lead(60, SLOW);
    await finger.lift();
    await expect(desk.toasts).not.toHaveAttribute('data-swiped');
    // What the page does next it does after that.
    await shop.api().order();
    await expect(desk.toasts).toHaveCount(2);
    await desk.expectStatus(1, 'placed');
  });
});

test('a mouse that is dragged over a popup moves nothing', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().order();
  const box = (await desk.toasts.locator('.toast__text').boundingBox())!;
  const { mouse } = desk.page;
  await mouse.move(box.x + 4, box.y + 4);
  await mouse.down();
  await mouse.move(box.x + 104, box.y + 4, { steps: 4 });
  await expect(desk.toasts).not.toHaveAttribute('data-swiped');
  await mouse.up();
  await shop.api().order();
  await expect(desk.toasts).toHaveCount(2);
});

test.describe('as time goes by', () => {
  // The server sets the page's clock right with each tick; none comes while the test turns it.
  test.use({ heartbeat: 600 });

  test('the popup of a new order tells for how long it has waited', async ({ shop, openDesk }) => {
    const desk = await openDesk('admin');
    await desk.page.clock.install();
    await desk.page.reload();
    await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
    await shop.api().order();
    const age = desk.toasts.locator('.toast__age');
    await expect(age).toHaveText('just now');
    let now = 0;
    for (const [minutes, urgency] of [[1, 'fresh'], [2, 'late'], [15, 'overdue']] as const) {
      await desk.page.clock.runFor((minutes - now) * 60_000);
      now = minutes;
      await expect(age).toHaveText(`${minutes} min ago`);
      await expect(age).toHaveAttribute('data-urgency', urgency);
    }
  });
});

test('all orders that wait are accepted at once, for everybody, and none that comes meanwhile', async ({ shop, openDesk }) => {
  const [admin, mei] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await shop.api().orderMany(5);
  await expect(acceptAll(admin)).toHaveText('Accept all (5)');
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => { letGo = resolve; });
  await admin.page.route(CHANGE, (route) => held.then(() => route.continue()));
  const asking = admin.page.waitForRequest(CHANGE);
  await acceptAll(admin).click();
  await asking;
  await shop.api().order('Meanwhile');
  await expect(admin.card(6)).toBeVisible();
  await expect(acceptAll(admin)).toBeDisabled();
  letGo();
  for (const desk of [admin, mei]) {
    await desk.expectCounts(1, 5, 0);
    await desk.expectStatus(6, 'placed');
    await expect(desk.toasts).toHaveCount(1);
    await expect(desk.toasts).toContainText('#6');
    // For one alone there is its own button.
    await expect(acceptAll(desk)).toHaveCount(0);
  }
});

test('an order that was not accepted says so in its popup, and is accepted with the next press', async ({ shop, openDesk, allowConsole }) => {
  allowConsole(NETWORK);
  const desk = await openDesk('admin');
  await desk.page.goto('/admin/menu');
  await expect(desk.link).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
  await shop.api().orderMany(2);
  await desk.page.route(CHANGE, (route) => route.abort());
  const second = desk.toasts.first();
  await second.getByRole('button', { name: 'Accept' }).click();
  await expect(second.getByRole('alert')).toHaveText('That did not work. Please try again.');
  await expect(desk.toasts.getByRole('alert')).toHaveCount(1);
  await desk.page.unroute(CHANGE);
  await second.getByRole('button', { name: 'Accept' }).click();
  await expect(desk.toasts).toHaveCount(1);
  await expect(desk.toasts).toContainText('#1');
});

test('names and texts of another direction do not turn what stands around them', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  const name = 'محمد علي';
  await shop.api().order(name);
  await expect(desk.toast('order')).toContainText(`New order · \u2068${name}\u2069 · `);
  await expect(desk.toast('order')).toHaveAttribute('aria-label', new RegExp(`\u2068${name}\u2069`));
  await shop.api('mei').push('admin', 'أربعة أطباق', 'المطبخ');
  const message = desk.toast('psh');
  await expect(message).toContainText('Message from mei');
  for (const text of ['المطبخ', 'أربعة أطباق']) {
    await expect(message.getByText(text)).toHaveCSS('direction', 'rtl');
  }
  await expect(message.locator('.toast__text')).toHaveCSS('direction', 'ltr');
});

test('a message leads to its answer, with whom it is for and its title', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen & bar');
  await answer(desk).click();
  await desk.page.waitForURL('**/admin/messages?*');
  const composer = desk.page.locator('form[action="/admin/messages"]');
  await expect(composer.getByLabel('mei', { exact: true })).toBeChecked();
  await expect(composer.getByLabel('bo', { exact: true })).not.toBeChecked();
  await expect(composer.getByLabel('Title')).toHaveValue('Re: Kitchen & bar');
  await composer.getByLabel('Text').fill('On my way');
  await composer.getByRole('button', { name: 'Send' }).click();
  await expect(desk.page.getByRole('status').filter({ hasText: 'The message is sent.' })).toBeVisible();
  const mei = await openDesk('mei');
  await expect(mei.toast('psh')).toContainText(/Message from admin.*Re: Kitchen & bar.*On my way/);
});

test('there is no answer to a program, nor to oneself', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  const till = await shop.program('till');
  await till.push('admin', 'Out of paper', 'Till');
  await shop.api('admin').push(null, 'Closing at nine');
  await shop.api('mei').push('admin', 'Table 4 waits');
  await expect(desk.toast('psh')).toHaveCount(3);
  await expect(desk.toast('psh').filter({ hasText: 'till' })).toHaveCount(1);
  await expect(answer(desk)).toHaveCount(1);
  await expect(answer(desk)).toHaveAttribute('href', /\?to=mei&/);
});
