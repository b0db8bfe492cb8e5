import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { Shop, UserName } from '../support/shop.ts';

async function open(page: Page, shop: Shop, path: string, user: UserName = 'admin'): Promise<void> {
  await page.context().addCookies([shop.cookie(user)]);
  await page.goto(path);
}

async function choose(page: Page, text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text;
  await page.getByLabel('CSV file').setInputFiles({ name: 'menu.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Show what it would change' }).click();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('the menu is taken home, changed, previewed and brought back', async ({ page, shop }) => {
      await open(page, shop, '/admin/menu');
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Export as CSV' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('menu.csv');
      const table = await readFile(await download.path(), 'utf8');
      expect(table).toMatch(/^\uFEFFid,category_zh/);
      await page.getByRole('link', { name: 'Import from CSV' }).click();
      // Excel in Europe, and a name with all that can go wrong on the way.
      await choose(page, [
        'id;name_zh;name_en;price;category_zh',
        '1;牛肉面;"Beef; ""hot"" <b>";40,00;汤面',
        ';豆浆;Soy milk;5;新饮品',
        '',
      ].join('\r\n'));
      await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
      await expect(page.locator('[data-group="changed"]')).toContainText('Beef; "hot" <b>');
      await expect(page.locator('[data-group="added"]')).toContainText('Soy milk');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The menu is imported.' })).toBeVisible();
      await expect(page.locator('[data-dish="1"]')).toContainText('¥40.00');
      await expect(page.locator('[data-dish="1"]')).toContainText('Beef; "hot" <b>');
    });

    test('what is wrong is told by line and column, and changes nothing', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await open(page, shop, '/admin/menu/import');
      await choose(page, 'id,price\n1,free\n999,5\n');
      await expect(page.getByText('Line 2, column price: Please give a price')).toBeVisible();
      await expect(page.getByText('Line 3, column id: No dish on the menu has this number.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
      await choose(page, Buffer.from([0x69, 0x64, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6]));
      await expect(page.getByRole('alert').filter({ hasText: 'This file is not in UTF-8' })).toBeVisible();
    });

    test('a file that is too large is refused at its field', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 413/);
      await open(page, shop, '/admin/menu/import');
      await choose(page, Buffer.alloc(3 * 1024 * 1024, 'a'));
      await expect(page.getByText('at most 1000 KB')).toBeVisible();
      await expect(page.getByLabel('CSV file')).toHaveAttribute('aria-invalid', 'true');
      await choose(page, 'id,price\n1,41\n');
      await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
    });

    test('a menu that changed since the preview is previewed anew', async ({ page, shop, browser, allowConsole }) => {
      allowConsole(/status of 409/);
      await open(page, shop, '/admin/menu/import');
      await choose(page, 'id,price\n1,41\n');
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const other = await context.newPage();
      await open(other, shop, `${shop.url}/admin/menu/dishes/1`);
      await other.getByLabel('Price').fill('39');
      await other.getByRole('button', { name: 'Save' }).click();
      await expect(other.locator('[data-dish="1"]')).toContainText('¥39.00');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'The menu has changed since' })).toBeVisible();
      await expect(page.locator('[data-group="changed"]')).toContainText('39.00 → 41.00');
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await expect(page.locator('[data-dish="1"]')).toContainText('¥41.00');
      await context.close();
    });
  });
}

test('staff are not offered it', async ({ page, shop, allowConsole }) => {
  allowConsole(/status of 403/);
  await open(page, shop, '/admin/menu', 'bo');
  await expect(page.getByText('Export as CSV')).toHaveCount(0);
  await page.goto('/admin/menu/import');
  await expect(page.getByText('Your role does not allow this.')).toBeVisible();
});
