import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { PICTURE } from '../support/picture.ts';
import type { Shop } from '../support/shop.ts';

/** What says that it is a picture, and is none. */
const LIE = { name: 'dish.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)"/>') };

async function open(page: Page, shop: Shop): Promise<void> {
  await page.context().addCookies([shop.cookie('admin')]);
  await page.goto('/admin/menu/dishes/1');
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a photo is uploaded, seen in the shop, removed and brought back', async ({ page, shop }) => {
      const inShop = page.locator('.dish', { has: page.locator('#dish-1') }).locator('img');
      await open(page, shop);
      await page.getByLabel('Choose a photo').setInputFiles(PICTURE);
      await page.getByRole('button', { name: 'Upload the photo' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The photo is saved.' })).toBeVisible();
      await expect(page.locator('.photo__image')).toHaveJSProperty('naturalWidth', 1);
      await page.goto('/');
      await inShop.scrollIntoViewIfNeeded();
      // It fails where there is no picture.
      await inShop.evaluate((picture: HTMLImageElement) => picture.decode());
      await page.goto('/admin/menu/dishes/1');
      await page.getByRole('button', { name: 'Remove the photo' }).click();
      await expect(page.locator('.photo__image')).toHaveCount(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.locator('.photo__image')).toBeVisible();
    });

    test('what is no photo is refused, and the next one is taken', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await open(page, shop);
      await page.getByLabel('Choose a photo').setInputFiles(LIE);
      await page.getByRole('button', { name: 'Upload the photo' }).click();
      await expect(page.getByText('This file is not a JPEG, PNG or WebP picture.')).toBeVisible();
      await expect(page.getByLabel('Choose a photo')).toHaveAttribute('aria-invalid', 'true');
      await page.getByLabel('Choose a photo').setInputFiles(PICTURE);
      await page.getByRole('button', { name: 'Upload the photo' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'The photo is saved.' })).toBeVisible();
    });
  });
}

test('it is said how far an upload is, and that it broke off', async ({ page, shop, allowConsole }) => {
  allowConsole(/net::ERR_/);
  await open(page, shop);
  const bar = page.getByRole('progressbar', { name: 'How far the upload is' });
  await expect(bar).toBeHidden();
  await page.route('**/photo', async (route) => {
    await expect(bar).toBeVisible();
    await route.abort();
  });
  await page.getByLabel('Choose a photo').setInputFiles(PICTURE);
  await page.getByRole('button', { name: 'Upload the photo' }).click();
  await expect(page.getByText('The upload broke off; nothing was changed.')).toBeVisible();
  await expect(bar).toBeHidden();
  await page.unroute('**/photo');
  await page.getByRole('button', { name: 'Upload the photo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The photo is saved.' })).toBeVisible();
});

test('a file that is too large is not sent at all', async ({ page, shop }) => {
  await open(page, shop);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const large = { ...PICTURE, buffer: Buffer.alloc(11 * 1024 * 1024) };
  await page.getByLabel('Choose a photo').setInputFiles(large);
  await page.getByRole('button', { name: 'Upload the photo' }).click();
  await expect(page.getByText('It may have up to 10 MB.')).toBeVisible();
  expect(sent).not.toContain('POST /admin/menu/dishes/1/photo');
});
