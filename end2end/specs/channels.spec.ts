import { createServer } from 'node:http';
import { expect, test } from '../fixtures.ts';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a channel into one’s own network is refused at its field, and its key is not shown again', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      await page.context().addCookies([shop.cookie('admin')]);
      await page.goto('/admin/channels');
      await page.getByRole('link', { name: 'Webhook (signed)' }).click();
      const server = createServer();
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      const address = `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`;
      await page.getByLabel('Address (webhook URL)').fill(address);
      await page.getByLabel('Key').fill('very-secret');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('This address leads into a private network')).toBeVisible();
      await expect(page.getByLabel('Address (webhook URL)')).toHaveValue(address);
      await expect(page.getByLabel('Key')).toHaveValue('');
      server.close();
    });

    test('what is set of when alerts go is kept', async ({ page, shop }) => {
      await page.context().addCookies([shop.cookie('admin')]);
      await page.goto('/admin/channels');
      await page.getByLabel('Seconds until an order is told').fill('45');
      await page.getByLabel('Reminders').fill('10 3');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
      await expect(page.getByLabel('Seconds until an order is told')).toHaveValue('45');
      await expect(page.getByLabel('Reminders')).toHaveValue('3, 10');
    });
  });
}
