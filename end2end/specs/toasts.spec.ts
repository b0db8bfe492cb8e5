import { expect, test } from '../fixtures.ts';
import type { Desk } from '../support/desk.ts';

/** Longer than a brief popup stays. */
const GONE = 15_000;

const close = (desk: Desk) => desk.toasts.first().getByRole('button', { name: 'Close notification' });

test('the popup of a new order stays until anybody acts on the order', async ({ shop, openDesk }) => {
  const [admin, mei] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  const first = await shop.api().order('Guest 1');
  const second = await shop.api().order('Guest 2');
  await expect(admin.toast('order')).toHaveCount(2);
  // A brief popup comes and goes meanwhile.
  await shop.api('bo').changeAll(first, 'accepted', 'finished');
  await expect(admin.toast('finish')).toHaveCount(1);
  await expect(admin.toast('finish')).toHaveCount(0, { timeout: GONE });
  await expect(admin.toast('order')).toHaveCount(1);
  await expect(admin.toast('order')).toContainText('#2');
  await shop.api('bo').change(second, 'accepted');
  for (const desk of [admin, mei]) {
    await expect(desk.toasts).toHaveCount(0);
  }
});

test('a brief popup waits while the pointer is over it', async ({ shop, openDesk }) => {
  const order = await shop.api().order();
  const [looking, away] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await shop.api('bo').changeAll(order, 'accepted', 'finished');
  await looking.toast('finish').hover();
  await expect(away.toast('finish')).toHaveCount(1);
  await expect(away.toast('finish')).toHaveCount(0, { timeout: GONE });
  await expect(looking.toast('finish')).toHaveCount(1);
  await looking.page.mouse.move(0, 0);
  await expect(looking.toast('finish')).toHaveCount(0, { timeout: GONE });
});

test('a brief popup waits while the keyboard is in it', async ({ shop, openDesk }) => {
  const order = await shop.api().order();
  const [looking, away] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await shop.api('bo').changeAll(order, 'accepted', 'finished');
  await expect(looking.toast('finish')).toHaveCount(1);
  await looking.page.keyboard.press('F8');
  await expect(looking.toast('finish')).toBeFocused();
  await expect(away.toast('finish')).toHaveCount(0, { timeout: GONE });
  await expect(looking.toast('finish')).toHaveCount(1);
});

test('a popup is closed by its button, and by Escape', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().orderMany(3);
  await expect(desk.toasts).toHaveCount(3);
  await close(desk).click();
  await expect(desk.toasts).toHaveCount(2);
  await expect(desk.toasts.first()).toContainText('#2');
  await desk.page.keyboard.press('Escape');
  await expect(desk.toasts).toHaveCount(1);
  await expect(desk.toasts.first()).toContainText('#1');
});

test('F8 leads the keyboard to the newest popup, and closing it leads on', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().orderMany(2);
  await expect(desk.toasts).toHaveCount(2);
  await desk.page.keyboard.press('F8');
  await expect(desk.toasts.first()).toBeFocused();
  await expect(desk.toasts.first()).toContainText('#2');
  await desk.page.keyboard.press('Escape');
  await expect(desk.toasts).toHaveCount(1);
  await expect(desk.toasts.first()).toBeFocused();
  await desk.page.keyboard.press('Escape');
  await expect(desk.toasts).toHaveCount(0);
  await expect(desk.page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('Escape in a field that is being typed in closes nothing', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().order();
  await expect(desk.toasts).toHaveCount(1);
  await desk.page.getByLabel('Text').press('Escape');
  await desk.page.getByLabel('Text').fill('still here');
  await expect(desk.toasts).toHaveCount(1);
});

test('a popup that was closed does not come back with a reload; one that was not does', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().orderMany(2);
  await expect(desk.toasts).toHaveCount(2);
  await close(desk).click();
  await expect(desk.toasts).toHaveCount(1);
  await desk.page.reload();
  await desk.expectLink('live');
  await expect(desk.cards).toHaveCount(2);
  await expect(desk.toasts).toHaveCount(1);
  await expect(desk.toasts).toContainText('#1');
});

test('a popup leads to its order', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().orderMany(2);
  await expect(desk.toasts).toHaveCount(2);
  await desk.toasts.first().getByRole('button', { name: 'Open' }).click();
  await expect(desk.card(2)).toBeFocused();
});

test('what pops up is said in regions that were there before', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  const urgent = desk.page.locator('[aria-live=assertive]');
  const polite = desk.page.locator('[aria-live=polite]');
  await expect(urgent).toBeEmpty();
  await expect(polite).toBeEmpty();
  const order = await shop.api().order();
  await expect(urgent).toContainText('#1 New order');
  await shop.api('mei').changeAll(order, 'accepted', 'finished');
  await expect(polite).toContainText('#1 finished by mei');
});
