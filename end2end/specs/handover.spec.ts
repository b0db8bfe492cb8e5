import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { sticksOut } from '../support/layout.ts';
import { OrderForm } from '../support/order-form.ts';
import type { Shop } from '../support/shop.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const LONG = `${'Langestraße 7, '.repeat(13)}4th floor`;

async function open(page: Page, shop: Shop, path: string, user: 'admin' | 'bo' = 'admin'): Promise<void> {
  await page.context().addCookies([shop.cookie(user)]);
  await page.goto(path);
}

/** Offers all ways, and wanted times. */
async function offerAll(page: Page, shop: Shop): Promise<void> {
  await open(page, shop, '/admin/settings');
  await page.getByLabel('Table', { exact: true }).check();
  await page.getByLabel('Delivery', { exact: true }).check();
  await page.getByLabel('Customers may say when they want an order').check();
  await page.getByLabel('How long ahead, in minutes').fill('20');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page).toHaveURL(/done=saved/);
}

/** What the shop's clock shows in an hour. */
async function inAnHour(shop: Shop): Promise<string> {
  const { placed_time } = await shop.api().order() as unknown as { placed_time: string };
  const [hours, minutes] = placed_time.split(':').map(Number) as [number, number];
  return `${String((hours + 1) % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

async function place(shop: Shop, handover: object, wanted = ''): Promise<{ id: number; number: number; token: string }> {
  const answer = await shop.api().call('POST', '/api/orders', {
    request_id: randomUUID(),
    customer: { name: 'Lin Xia', phone: '138 0013 8000' },
    lines: [{ item: 1, quantity: 1 }],
    handover,
    wanted,
  });
  expect(answer.status).toBe(201);
  return await answer.json() as { id: number; number: number; token: string };
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a customer chooses how and when, and is told what is missing', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      const form = new OrderForm(page);
      await form.open(scripts);
      await expect(page.getByLabel('Delivery', { exact: true })).toBeHidden();
      await offerAll(page, shop);
      const time = await inAnHour(shop);
      await form.open(scripts);
      const address = page.getByLabel('Address', { exact: true });
      await expect(address).toBeHidden();
      await page.getByLabel('Delivery', { exact: true }).check();
      await form.fill();
      await page.getByLabel('Wanted at').fill(time);
      await form.send.click();
      await form.expectFault(address, 'Please fill this in.');
      await address.fill('1 Long Street');
      await form.sendAndArrive();
      const orders = await shop.api('admin').orders();
      expect(orders[0]).toMatchObject({ handover: { way: 'delivery', address: '1 Long Street' } });
    });

    test('the counter asks for what belongs to the way that is chosen', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await open(page, shop, '/admin/counter', 'bo');
      await expect(page.getByLabel('How it is handed over')).toHaveCount(0);
      await offerAll(page, shop);
      const time = await inAnHour(shop);
      await open(page, shop, '/admin/counter', 'bo');
      const way = page.getByLabel('How it is handed over');
      const table = page.getByLabel('Number or name of the table');
      const address = page.getByLabel('Address');
      await expect(table).toBeHidden();
      await way.selectOption('Delivery');
      await expect(address).toBeVisible();
      await way.selectOption('Table');
      await expect(address).toBeHidden();
      await page.getByLabel('Wanted at (optional)').fill(time);
      await page.locator('#dish-1').fill('1');
      await page.getByRole('button', { name: 'Take the order' }).click();
      await expect(table).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Wanted at (optional)')).toHaveValue(time);
      await table.fill('12');
      await page.getByRole('button', { name: 'Take the order' }).click();
      await expect(page).toHaveURL(/\/admin\/orders\/\d+/);
      await expect(page.locator('.handover')).toHaveText(`Table 12 · wanted at ${time}`);
      await page.goto('/admin/kitchen');
      await expect(page.locator('.handover').first()).toHaveText(`Table 12 · wanted at ${time}`);
    });

    test('the settings say what is wrong, and keep what was ticked', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await open(page, shop, '/admin/settings');
      await page.getByLabel('Pick-up', { exact: true }).uncheck();
      await page.getByLabel('How long ahead, in minutes').fill('999');
      await page.getByRole('button', { name: 'Save' }).first().click();
      const ways = page.getByRole('group', { name: 'How orders are handed over' });
      await expect(ways).toContainText('Please choose at least one.');
      await expect(ways.getByLabel('Pick-up')).not.toBeChecked();
      await expect(page.getByLabel('How long ahead, in minutes')).toHaveValue('999');
    });
  });
}

test('a popup and a card say where to and when, also on a phone', async ({ page, shop, openDesk }) => {
  await offerAll(page, shop);
  const time = await inAnHour(shop);
  const desk = await openDesk('bo', PHONE);
  const order = await place(shop, { way: 'delivery', address: LONG.slice(0, 200) }, time);
  const said = `Delivery: ${LONG.slice(0, 200).trim()} · wanted at ${time}`;
  const toast = desk.toast('order').filter({ hasText: `#${order.number}` });
  await expect(toast).toContainText(said, { timeout: ALIVE });
  await expect(desk.card(order.number).locator('.handover')).toHaveText(said);
  expect(await sticksOut(desk.page)).toBe(0);
  const table = await place(shop, { way: 'table', table: '窗边' });
  await expect(desk.card(table.number).locator('.handover')).toHaveText('Table 窗边');
  const picked = await place(shop, {});
  await expect(desk.card(picked.number)).toBeVisible();
  await expect(desk.card(picked.number).locator('.handover')).toHaveCount(0);
  await page.goto(`/orders/${order.token}`);
  await expect(page.locator('.handover')).toContainText(`wanted at ${time}`);
  await expect(page.locator('main')).not.toContainText('Langestra');
  for (const path of ['/admin/orders', `/admin/orders/${order.id}`, '/admin/notices']) {
    await desk.page.goto(path);
    await expect(desk.page.locator('main')).toContainText(said);
    expect(await sticksOut(desk.page), path).toBe(0);
  }
});
