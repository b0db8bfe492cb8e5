import { expect, test } from '../fixtures.ts';

test('a message counts as seen once a page has shown it', async ({ shop, openDesk }) => {
  const admin = shop.api('admin');
  const { seq } = await admin.push('mei', 'Table 4 waits');
  expect(await admin.receipts(seq)).toEqual([{ name: 'mei', delivered_at: null, seen_at: null }]);
  const mei = await openDesk('mei');
  await expect(mei.toast('psh')).toHaveCount(1);
  await expect.poll(async () => (await admin.receipts(seq))[0]?.seen_at).not.toBeNull();
});

test('what could not be told is told when the server is back', async ({ shop, openDesk, allowConsole }) => {
  allowConsole(/status of 503/);
  const admin = shop.api('admin');
  const mei = await openDesk('mei');
  let refused = 0;
  await mei.page.route('**/api/seen', async (route) => {
    refused += 1;
    await (refused === 1 ? route.fulfill({ status: 503 }) : route.continue());
  });
  const { seq } = await admin.push('mei', 'Table 4 waits');
  await expect.poll(async () => (await admin.receipts(seq))[0]?.seen_at).not.toBeNull();
  expect(refused).toBe(2);
});
