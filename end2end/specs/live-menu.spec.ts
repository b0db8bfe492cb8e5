import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { changePrice, sellOut, sendForm } from '../support/menu.ts';
import { OrderForm } from '../support/order-form.ts';
import type { Shop, UserName } from '../support/shop.ts';

/** What a screen reader is told of what was chosen. */
const NEWS = '.order-form__news';

/** Marks the page: the mark is gone with a reload. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }));
}

async function expectNoReload(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { marked?: boolean }).marked)).toBe(true);
}

test.describe('the shop’s page', () => {
  test('shows what was sold out while it was in the order, and keeps what was typed', async ({ page, shop, allowConsole }) => {
    allowConsole(/status of 422/);
    const form = new OrderForm(page);
    await form.open(true);
    await mark(page);
    await form.fill('Lin Xia', { 1: '2', 2: '1' });
    await form.note.fill('less spicy');
    await form.note.focus();
    await sellOut(shop, 1);
    const dish = page.locator('.dish', { has: form.quantity(1) });
    await expect(dish).toContainText('Sold out meanwhile');
    await expect(page.locator(NEWS)).toContainText('Braised Beef Noodle Soup is sold out now.');
    await expect(form.note).toBeFocused();
    await expect(form.note).toHaveValue('less spicy');
    await expect(form.name).toHaveValue('Lin Xia');
    await expect(form.quantity(1)).toHaveValue('2');
    await expect(form.quantity(2)).toHaveValue('1');
    // The customer decides; the shop refuses what there is not.
    await form.send.click();
    await form.expectFault(form.quantity(1), 'Sold out.');
    await expectNoReload(page);
    await page.getByRole('button', { name: 'One less: Braised Beef Noodle Soup' }).click();
    await expect(form.quantity(1)).toHaveValue('0');
    await expect(form.quantity(1)).toBeDisabled();
    await form.sendAndArrive();
    expect(await shop.api('admin').orders()).toHaveLength(1);
  });

  test('offers again what is back, where the keyboard was', async ({ page, shop }) => {
    await sellOut(shop, 1);
    const form = new OrderForm(page);
    await form.open(true);
    await expect(form.quantity(1)).toBeDisabled();
    await form.quantity(2).fill('3');
    await sellOut(shop, 1, false);
    await expect(form.quantity(1)).toBeEnabled();
    await expect(form.quantity(2)).toBeFocused();
    await expect(form.quantity(2)).toHaveValue('3');
    await expect(page.locator(NEWS)).toBeEmpty();
  });

  test('counts with the price of now, and orders at it', async ({ page, shop }) => {
    const form = new OrderForm(page);
    await form.open(true);
    await form.fill('Lin Xia', { 1: '2' });
    await expect(form.total).toHaveText('¥64.00');
    await changePrice(shop, '35');
    await expect(form.total).toHaveText('¥70.00');
    await expect(page.locator(NEWS)).toContainText('Braised Beef Noodle Soup is ¥35.00 now.');
    await form.sendAndArrive();
    expect(await shop.api('admin').orders()).toMatchObject([{ total: 7000 }]);
  });

  test('shows when others took the last of a dish', async ({ page, shop }) => {
    const form = new OrderForm(page);
    await form.open(true);
    await form.quantity(6).fill('2');
    await shop.api().order('Guest', [{ item: 6, quantity: 3 }]);
    await expect(page.locator('.dish', { has: form.quantity(6) })).toContainText('Sold out meanwhile');
    await expect(form.quantity(6)).toHaveValue('2');
  });

  test('shows dishes that are new or gone', async ({ page, shop }) => {
    const form = new OrderForm(page);
    await form.open(true);
    await form.quantity(2).fill('1');
    await sendForm(shop, 'admin', '/admin/menu/dishes/2/delete');
    await expect(form.quantity(2)).toHaveCount(0);
    await expect(page.locator(NEWS)).toContainText('no longer on the menu');
    await expect(form.total).toHaveText('¥0.00');
    await sendForm(shop, 'admin', '/admin/menu/dishes/2/restore');
    // It is in the cart still.
    await expect(form.quantity(2)).toHaveValue('1');
  });

  test('says that the shop is paused, and that it goes on', async ({ page, shop }) => {
    const form = new OrderForm(page);
    await form.open(true);
    await form.fill();
    await sendForm(shop, 'bo', '/admin/pause', { pause_length: 'open', pause_message: 'The oven is broken.' });
    await expect(page.locator('.notice', { hasText: 'The oven is broken.' })).toBeVisible();
    await sendForm(shop, 'bo', '/admin/pause/end');
    await expect(page.locator('.notice:visible')).toHaveCount(0);
    await expect(page.locator('.order-form__opening')).toHaveText('The shop takes orders now.');
    await form.sendAndArrive();
  });

  test('goes on after the server was gone', async ({ page, shop, allowConsole }) => {
    allowConsole(/Failed to load resource|net::ERR_/);
    const form = new OrderForm(page);
    await form.open(true);
    await form.quantity(1).fill('2');
    await shop.restart();
    await sellOut(shop, 1);
    const dish = page.locator('.dish', { has: form.quantity(1) });
    await expect(dish).toContainText('Sold out meanwhile', { timeout: ALIVE });
  });
});

async function openAs(page: Page, shop: Shop, user: UserName, path: string): Promise<void> {
  await page.context().addCookies([shop.cookie(user)]);
  await page.goto(path);
  await expect(page.locator('[data-link]')).toHaveAttribute('data-link', 'live', { timeout: ALIVE });
}

test.describe('a colleague’s page', () => {
  test('of the menu says who changed it, and loads it anew', async ({ page, shop }) => {
    await openAs(page, shop, 'admin', '/admin/menu');
    await sellOut(shop, 1);
    const news = page.getByRole('status').filter({ hasText: 'mei changed the menu.' });
    await expect(news).toBeVisible();
    await news.getByRole('link', { name: 'Show it' }).click();
    await expect(page.locator('[data-dish="1"]').getByRole('button', { name: 'Offer again' })).toBeVisible();
    await expect(news).toHaveCount(0);
  });

  test('asks before what was typed is lost', async ({ page, shop }) => {
    await openAs(page, shop, 'admin', '/admin/menu/dishes/2');
    await page.getByLabel('Price').fill('33');
    await sellOut(shop, 1);
    const show = page.getByRole('link', { name: 'Show it' });
    page.once('dialog', async (dialog) => dialog.dismiss());
    await show.click();
    await expect(page.getByLabel('Price')).toHaveValue('33');
    page.once('dialog', async (dialog) => dialog.accept());
    await show.click();
    await expect(page.getByLabel('Price')).not.toHaveValue('33');
  });

  test('of the settings says who paused the shop', async ({ page, shop }) => {
    await openAs(page, shop, 'admin', '/admin/pause');
    await sendForm(shop, 'bo', '/admin/pause', { pause_length: 'hour', pause_message: '' });
    await expect(page.getByRole('status').filter({ hasText: 'bo changed the settings.' })).toBeVisible();
  });
});

test('whoever cooks says from the order that a dish is sold out, and takes it back', async ({ openDesk, shop, page }) => {
  const form = new OrderForm(page);
  await form.open(true);
  await shop.api().order('Guest', [{ item: 1, quantity: 1 }, { item: 2, quantity: 1 }]);
  const [desk, other] = [await openDesk('bo'), await openDesk('mei')];
  const [card, same] = [desk.card(1), other.card(1)];
  await card.getByText('Sold out?').click();
  await card.getByRole('button', { name: 'Braised Beef Noodle Soup: sold out today' }).click();
  await expect(card.getByRole('status')).toHaveText(['Braised Beef Noodle Soup is sold out today.']);
  await expect(form.quantity(1)).toBeDisabled();
  // On other pages, too.
  await same.getByText('Sold out?').click();
  const back = { name: 'Braised Beef Noodle Soup: back on the menu' };
  await expect(same.getByRole('button', back)).toBeVisible();
  await card.getByRole('button', back).click();
  await expect(form.quantity(1)).toBeEnabled();
  await expect(same.getByRole('button', { name: 'Braised Beef Noodle Soup: sold out today' })).toBeVisible();
});
