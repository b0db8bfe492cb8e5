import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { OrderForm } from '../support/order-form.ts';
import { PASSWORD } from '../support/process.ts';
import { Shop } from '../support/shop.ts';

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('from an empty database to the first order, in the browser alone', async ({ browser, allowConsole }) => {
      allowConsole(/status of 422/);
      const shop = await Shop.startEmpty();
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const page = await context.newPage();
      try {
        await page.goto(`${shop.url}/admin`);
        await expect(page.getByRole('heading', { name: 'Set up the shop' })).toBeVisible();
        await expect(page.getByText('open the link that the server showed')).toBeVisible();

        await page.goto(shop.setupLink);
        await page.getByLabel('Name of the shop').fill('Fulai Noodles');
        await page.getByLabel('Time zone').fill('Mars');
        await page.getByLabel('Your name').fill('Mei');
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Done, on to the menu' }).click();
        await expect(page.getByText('There is no such time zone.')).toBeVisible();
        await expect(page.getByLabel('Name of the shop')).toHaveValue('Fulai Noodles');
        await page.getByLabel('Time zone').fill('Europe/Berlin');
        await page.getByLabel('Password').fill(PASSWORD);
        await page.getByRole('button', { name: 'Done, on to the menu' }).click();

        await expect(page).toHaveURL(/\/admin\/menu$/);
        await page.getByText('Add a category', { exact: true }).click();
        await page.getByLabel('Name in English').fill('Noodles');
        await page.getByRole('button', { name: 'Add' }).click();
        await page.getByRole('link', { name: 'Add a dish' }).click();
        await page.getByLabel('Name in English').fill('Beef noodles');
        await page.getByLabel('Price').fill('32.50');
        await page.getByLabel('Spicy').check();
        await page.getByRole('button', { name: 'Save' }).click();
        await expect(page.getByRole('link', { name: 'Beef noodles' })).toBeVisible();

        await page.goto(shop.url);
        await expect(page.getByText('Fulai Noodles')).toBeVisible();
        const form = new OrderForm(page);
        await form.quantity(1).fill('2');
        await page.getByLabel('Name').fill('Lin Xia');
        await page.getByLabel('Phone').fill('13800138000');
        await form.send.click();
        await expect(page).toHaveURL(/\/orders\/\w+$/, { timeout: ALIVE });
        await page.goto(`${shop.url}/admin`);
        await expect(page.locator('[data-order="1"]')).toContainText('¥65.00');
      } finally {
        await context.close();
        await shop.close();
      }
    });
  });
}
