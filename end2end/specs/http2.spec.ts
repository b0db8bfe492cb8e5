import { expect, test } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';
import { OrderForm } from '../support/order-form.ts';

test.use({ serverOptions: ['--tls-self-signed'], ignoreHTTPSErrors: true });

test('ten tabs over HTTP/2 all get the popup, each once', async ({ context, page, shop }) => {
  const desks: Desk[] = [];
  for (let tab = 0; tab < 10; tab += 1) {
    const desk = new Desk(await context.newPage());
    await desk.signInAs(shop.sessions.admin, shop.url);
    await desk.open();
    await desk.record();
    desks.push(desk);
  }
  // Each has a stream of its own.
  await expect(desks[0]!.count('streams')).toHaveText('10');
  expect(await desks[0]!.page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    return (navigation as PerformanceNavigationTiming).nextHopProtocol;
  })).toBe('h2');
  const form = new OrderForm(page);
  await form.open(true);
  await form.fill('Lin Xia', { 1: '2' });
  await form.sendAndArrive();
  for (const desk of desks) {
    await expect(desk.toasts).toHaveCount(1);
    await expect(desk.toast('order')).toContainText('Lin Xia');
    expect((await desk.noted()).toasts).toHaveLength(1);
  }
});
