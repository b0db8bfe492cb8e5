import { expect, NETWORK, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { PASSWORD } from '../support/process.ts';

test('the back office leads whoever is not signed in to the sign-in', async ({ page }) => {
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a wrong password is told, the right one leads in, signing out leads out', async ({ page, allowConsole }) => {
      allowConsole(/status of 401/);
      await page.goto('/sign-in');
      await page.getByLabel('Name').fill('admin');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toHaveText('Name or password is wrong.', { timeout: ALIVE });
      await expect(page.getByLabel('Name')).toHaveValue('admin');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(/\/admin$/, { timeout: ALIVE });
      await expect(page.getByRole('heading', { name: 'Today\'s orders' })).toBeVisible();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL(/\/sign-in$/);
      await page.goto('/admin');
      await expect(page).toHaveURL(/\/sign-in$/);
    });
  });
}

test('the session’s cookie is kept from scripts', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Name').fill('admin');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/admin$/, { timeout: ALIVE });
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === 'orderbell_session')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('orderbell_session');
});

test('a session that has ended does not act', async ({ shop, openDesk, allowConsole }) => {
  allowConsole(NETWORK);
  await shop.api().order();
  const desk = await openDesk('admin');
  await desk.page.context().clearCookies();
  await desk.card(1).getByRole('button', { name: 'Accept' }).click();
  await expect(desk.card(1).getByRole('alert')).toHaveText('You are signed out.');
  expect((await shop.api('mei').orders())[0]?.status).toBe('placed');
});

for (const action of ['load-desk', 'change-order']) {
  test(`nobody but an administrator may ${action}`, async ({ shop }) => {
    const answer = await fetch(`${shop.url}/admin/actions/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ order: 1, to: 'accepted', version: 1, text: 'hello' }),
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toContain('cursor');
  });
}

for (const [method, path] of [
  ['GET', '/sse/subscribe'],
  ['GET', '/sse/connections'],
  ['POST', '/sse/over'],
  ['POST', '/sse/push'],
  ['GET', '/api/orders'],
  ['PATCH', '/api/orders/1'],
  ['GET', '/api/session'],
] as const) {
  test(`${method} ${path} is for administrators`, async ({ shop }) => {
    const answer = await shop.api().call(method, path, method === 'GET' ? undefined : {});
    expect(answer.status).toBe(401);
  });
}
