import { expect, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

/** A dish of 34.00 that has sizes, spiciness and extras. */
const DISH = 2;

test('options that change on an open page are said, and what can still be had stays chosen', async ({ page, shop }) => {
  const form = new OrderForm(page);
  await form.open(true);
  await form.fill('Lin Xia', { [DISH]: '2' });
  const dish = page.locator('.dish', { has: form.quantity(DISH) });
  await dish.getByLabel('Large').first().check();
  await dish.getByLabel('More meat').first().check();
  await expect(form.total).toHaveText('¥100.00');
  await shop.api('admin').call('POST', '/admin/menu/options/3/delete', undefined);
  await expect(page.locator('.order-form__news')).toContainText('The options of Tomato & Sliced Beef Noodle Soup have changed');
  await expect(dish.getByLabel('More meat')).toHaveCount(0);
  await expect(dish.getByLabel('Large').first()).toBeChecked();
  await expect(form.quantity(DISH)).toHaveValue('2');
  await expect(form.total).toHaveText('¥80.00');
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('one dish is ordered in two ways, and everybody sees which', async ({ page, openDesk }) => {
      const desk = await openDesk('admin');
      const form = new OrderForm(page);
      await form.open(scripts);
      const dish = page.locator('.dish', { has: form.quantity(DISH) });
      await expect(dish.getByLabel('Large').first()).toBeHidden();
      await form.quantity(DISH).fill('1');
      await dish.getByLabel('Large').first().check();
      await dish.getByLabel('Soy egg').first().check();
      await dish.getByLabel('Another one, with other options').first().fill('2');
      await dish.getByLabel('Hot').nth(1).check();
      if (scripts) {
        // 34 + 6 + 3, and twice 34.
        await expect(form.total).toHaveText('¥111.00');
      }
      await form.fill('Lin Xia', {});
      await form.sendAndArrive();
      await expect(page.locator('.lines__line')).toHaveCount(2);
      await expect(page.locator('.lines__line').first()).toContainText('Large · Not spicy · Soy egg');
      await expect(page.locator('.total__amount')).toHaveText('¥111.00');
      await expect(desk.card(1)).toContainText('Regular · Hot');
    });

    test('an option that was taken away meanwhile is told at its dish, and what was chosen stays', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 422/);
      // The page does not hear of it.
      await page.addInitScript(() => { delete (window as { EventSource?: unknown }).EventSource; });
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill('Lin Xia', { [DISH]: '1' });
      const dish = page.locator('.dish', { has: form.quantity(DISH) });
      await dish.getByLabel('More meat').first().check();
      await shop.api('admin').call('POST', '/admin/menu/options/3/delete', undefined);
      await form.send.click();
      await form.expectFault(form.quantity(DISH), 'One of the options is no longer offered. Please reload the page.');
      await expect(dish.getByLabel('Large').first()).toBeVisible();
      expect(await shop.api('admin').orders()).toEqual([]);
    });

    test('a group of options is written, ticked at a dish, and chosen', async ({ page, shop, context, allowConsole }) => {
      allowConsole(/status of 422/);
      await context.addCookies([shop.cookie('admin')]);
      await page.goto('/admin/menu/options/new');
      await page.getByLabel('Name in English').first().fill('Sauce');
      const row = page.getByRole('group', { name: 'Choice 1', exact: true });
      await row.getByLabel('Name in English').fill('Vinegar');
      await row.getByLabel('Adds to the price').fill('free');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(row.getByText('Please give a price')).toBeVisible();
      await row.getByLabel('Adds to the price').fill('1,5');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('link', { name: 'Sauce' })).toBeVisible();
      await page.goto('/admin/menu/dishes/1');
      await page.getByLabel('Sauce').check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL(/#dish-1$/);
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.quantity(1).fill('1');
      await expect(page.locator('#dish-1')).toBeVisible();
      await expect(page.getByLabel('Vinegar +¥1.50').first()).toBeVisible();
    });
  });
}
