import { expect, test } from '../fixtures.ts';
import type { Desk } from '../support/desk.ts';

const text = (desk: Desk) => desk.page.getByLabel('Text');
const to = (desk: Desk) => desk.page.getByLabel('To', { exact: true });
const send = (desk: Desk) => desk.page.getByRole('button', { name: 'Send' });

test('a message to one colleague pops up there and nowhere else', async ({ openDesk }) => {
  const [admin, mei, bo] = await Promise.all([openDesk('admin'), openDesk('mei'), openDesk('bo')]);
  await to(admin).selectOption('mei');
  await text(admin).fill('Table 4 waits');
  await send(admin).click();
  await expect(admin.page.getByText('The message is sent.')).toBeVisible();
  await expect(text(admin)).toHaveValue('');
  await expect(mei.toast('psh')).toContainText(/Message from admin.*Table 4 waits/);
  // A later one, to all, arrives after everything before it.
  await to(admin).selectOption({ label: 'Everybody' });
  await text(admin).fill('Closing at nine');
  await send(admin).click();
  for (const desk of [admin, bo]) {
    await expect(desk.toast('psh')).toHaveCount(1);
    await expect(desk.toast('psh')).toContainText('Closing at nine');
  }
  await expect(mei.toast('psh')).toHaveCount(2);
});

test('a blank message is refused at its field', async ({ openDesk, allowConsole }) => {
  allowConsole(/status of 422/);
  const [admin, mei] = await Promise.all([openDesk('admin'), openDesk('mei')]);
  await text(admin).fill('   ');
  await send(admin).click();
  await expect(admin.page.locator('#admin-message-text-fault')).toHaveText('Please fill this in.');
  await text(admin).fill('Now with words');
  await send(admin).click();
  await expect(mei.toast('psh')).toHaveCount(1);
  await expect(admin.page.locator('#admin-message-text-fault')).toBeEmpty();
});

test('a message waits for a colleague who is away, and comes once', async ({ shop, openDesk }) => {
  const { online } = await shop.api('admin').push('mei', 'Call the fishmonger');
  expect(online).toBe(0);
  const mei = await openDesk('mei');
  await expect(mei.toast('psh')).toContainText('Call the fishmonger');
  await mei.page.context().close();
  const again = await openDesk('mei');
  await shop.api('admin').push('mei', 'And the butcher');
  await expect(again.toast('psh')).toContainText('And the butcher');
  await expect(again.toast('psh')).toHaveCount(1);
});

test('a message that was not closed stays while others come', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api('mei').push(null, 'The tap drips', 'Kitchen');
  await expect(desk.toast('psh')).toContainText(/Message from mei.*Kitchen.*The tap drips/);
  await shop.api().orderMany(2);
  await expect(desk.toasts).toHaveCount(3);
  await expect(desk.toast('psh')).toHaveCount(1);
});

test('what a message says is text, whatever it looks like', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  const text = '<img src=x onerror="window.broken=1">\nevent: order';
  await shop.api('mei').push('admin', text);
  await expect(desk.toast('psh')).toContainText('<img src=x onerror="window.broken=1">');
  await expect(desk.page.locator('img')).toHaveCount(0);
});

test('without JavaScript the browser sends a message', async ({ browser, shop, openDesk }) => {
  const mei = await openDesk('mei');
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies([shop.cookie('admin')]);
  const page = await context.newPage();
  await page.goto(`${shop.url}/admin`);
  await page.getByLabel('Text').fill('Table 4 waits');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The message is sent.')).toBeVisible();
  await expect(mei.toast('psh')).toContainText('Table 4 waits');
  await context.close();
});
