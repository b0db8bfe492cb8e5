import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { controls, tabTo, walk } from '../support/keyboard.ts';
import type { Shop } from '../support/shop.ts';
import type { Page } from '@playwright/test';

const PAGES = [
  '/admin',
  '/admin/orders',
  '/admin/orders/1',
  '/admin/kitchen',
  '/admin/dashboard',
  '/admin/days',
  '/admin/board',
  '/admin/menu',
  '/admin/menu/dishes/new',
  '/admin/menu/dishes/1',
  '/admin/menu/options',
  '/admin/menu/options/1',
  '/admin/menu/import',
  '/admin/pause',
  '/admin/people',
  '/admin/settings',
  '/admin/channels',
  '/admin/channels/new/webhook',
  '/admin/notices',
  '/admin/messages?to=mei&title=Re%3A%20Kitchen',
  '/admin/audit',
  '/admin/profile',
];

async function open(page: Page, shop: Shop, path: string): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto(path);
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
}

test('Tab reaches every control of every page of the back office, and shows where it is', async ({ page, shop }) => {
  await shop.api().orderMany(2);
  await open(page, shop, '/admin');
  // A ring that the browser lets sound at last would take the button away that asks for it.
  await page.locator('.alerts__silence').click();
  for (const path of PAGES) {
    await open(page, shop, path);
    // What is folded away is reached, too.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    const stops = await walk(page);
    expect(stops.map(({ control }) => control), path).toEqual(await controls(page));
    expect(stops.filter(({ faults }) => faults.length > 0), path).toEqual([]);
  }
});

test('a dish is written, and a colleague invited, with the keyboard alone', async ({ page, shop }) => {
  await open(page, shop, '/admin/menu/dishes/new');
  await tabTo(page, '[name=name_en]');
  await page.keyboard.type('Wonton soup');
  await tabTo(page, '[name=price]');
  await page.keyboard.type('18.50');
  await page.keyboard.press('Enter');
  const dish = page.locator('[data-dish]').filter({ hasText: 'Wonton soup' });
  await expect(dish).toContainText('¥18.50');
  await open(page, shop, '/admin/people');
  await tabTo(page, 'form[action*=invite] button');
  await page.keyboard.press('Enter');
  await expect(page.locator('.panel--new a')).toBeVisible();
});
