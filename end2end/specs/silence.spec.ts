import { expect, test } from '../fixtures.ts';
import { Desk } from '../support/desk.ts';
import { Proxy } from '../support/proxy.ts';

test.use({ heartbeat: 1 });

test('a stream that is open and silent is taken for lost, and what it swallowed arrives once', async ({ shop, page }) => {
  const proxy = await Proxy.start(shop.url);
  const desk = new Desk(page);
  await desk.signInAs(shop.sessions.admin, proxy.url);
  await page.goto(`${proxy.url}/admin`);
  await desk.expectLink('live');
  await desk.record();
  await shop.api().order('Before');
  await expect(desk.card(1)).toBeVisible();
  proxy.fallSilent();
  await shop.api().order('Into the silence');
  await desk.expectLink('lost');
  await desk.expectLink('live');
  await expect(desk.card(2)).toBeVisible();
  await shop.api().order('After');
  await expect(desk.card(3)).toBeVisible();
  const { toasts } = await desk.noted();
  expect(toasts.length).toBe(3);
  expect(new Set(toasts).size).toBe(3);
  await proxy.stop();
});
