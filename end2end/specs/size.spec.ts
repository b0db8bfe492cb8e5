import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';

/** What came over the line for one page, in bytes, headers included. */
async function transferred(page: Page, path: string, ready: string): Promise<Map<string, number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const names = new Map<string, string>();
  const sizes = new Map<string, number>();
  client.on('Network.responseReceived', ({ requestId, response }) => {
    names.set(requestId, new URL(response.url).pathname);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(names.get(requestId) ?? '?', encodedDataLength);
  });
  await page.goto(path);
  await expect(page.locator(ready)).toBeVisible({ timeout: ALIVE });
  await page.waitForLoadState('load');
  return sizes;
}

function tell(path: string, sizes: Map<string, number>): void {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const parts = [...sizes].map(([name, size]) => `${name} ${size}`).join(', ');
  console.log(`first load of ${path}: ${total} bytes (${(total / 1000).toFixed(1)} kB): ${parts}`);
}

test('the first load of the shop @measure', async ({ page }) => {
  tell('/', await transferred(page, '/', '.order-form--alive'));
});

test('the first load of the back office @measure', async ({ browser, shop }) => {
  const context = await browser.newContext();
  await context.addCookies([shop.cookie('admin')]);
  const page = await context.newPage();
  tell('/admin', await transferred(page, '/admin', '[data-link=live]'));
  await context.close();
});
