import { expect, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

test('an order pressed in one window pops up in two administrators’ windows', async ({ page, openDesk }) => {
  const desks = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await Promise.all(desks.map((desk) => desk.record()));
  const form = new OrderForm(page);
  await form.open(true);
  await form.fill('Lin Xia', { 1: '2' });
  await form.sendAndArrive();
  for (const desk of desks) {
    await expect(desk.toasts).toHaveCount(1);
    await expect(desk.toast('order')).toContainText(/#1\s*New order · Lin Xia · ¥64\.00/);
    await expect(desk.card(1)).toContainText('Braised Beef Noodle Soup');
    await desk.expectStatus(1, 'placed');
    await desk.expectCounts(1, 0, 0);
    await expect(desk.page).toHaveTitle(/^\(1\) Today's orders/);
    expect((await desk.noted()).toasts).toHaveLength(1);
  }
});

test('thirty orders at once are all listed, newest first; three pop up and the rest is counted', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  await Promise.all(Array.from({ length: 30 }, (_, place) => shop.api().order(`Guest ${place}`)));
  await expect(desk.cards).toHaveCount(30);
  expect(await desk.numbers()).toEqual(Array.from({ length: 30 }, (_, place) => 30 - place));
  await desk.expectCounts(30, 0, 0);
  await expect(desk.page).toHaveTitle(/^\(30\)/);
  await expect(desk.toasts).toHaveCount(3);
  await expect(desk.toasts.first()).toContainText('#30');
  await expect(desk.more).toHaveText('+27 more');
  await desk.more.click();
  await expect(desk.toasts).toHaveCount(30);
});

test('each order has one popup, whatever else arrives', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.record();
  const [first] = await shop.api().orderMany(3);
  await expect(desk.toasts).toHaveCount(3);
  await shop.api('mei').change(first!, 'accepted');
  await desk.expectStatus(1, 'accepted');
  await expect(desk.toasts).toHaveCount(2);
  const { toasts } = await desk.noted();
  expect(toasts).toHaveLength(3);
  expect(new Set(toasts).size).toBe(3);
});
