import { expect, test } from '../fixtures.ts';

test('orders that come while one moves between the pages pop up once', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  const nav = desk.page.getByRole('navigation', { name: 'Back office' });
  const placing = shop.api().orderMany(12);
  for (const place of ['People', 'Activity', 'My account', 'People']) {
    await nav.getByRole('button').click();
    await nav.getByRole('link', { name: place }).click();
    await expect(desk.page.getByRole('heading', { name: place, level: 1 })).toBeVisible();
  }
  const orders = await placing;
  await desk.expectLink('live');
  await expect(desk.count('waiting')).toHaveText('12');
  await desk.more.click();
  await expect(desk.toast('order')).toHaveCount(12);
  const numbers = await desk.page.locator('[data-toast=order] .toast__number').allTextContents();
  expect(numbers.sort()).toEqual(orders.map(({ number }) => `#${number}`).sort());
});

test('on every page orders pop up and can be accepted', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  for (const path of ['/admin/people', '/admin/audit', '/admin/profile']) {
    await desk.page.goto(path);
    await desk.expectLink('live');
    const order = await shop.api().order();
    await desk.toast('order').getByRole('button', { name: 'Accept' }).click();
    await expect(desk.toasts).toHaveCount(0);
    const [newest] = await shop.api('mei').orders();
    expect(newest).toMatchObject({ number: order.number, status: 'accepted' });
  }
});

test('a popup leads to its order from another page', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await desk.page.goto('/admin/people');
  await desk.expectLink('live');
  await shop.api().order();
  await desk.toast('order').getByRole('button', { name: 'Open' }).click();
  await expect(desk.page).toHaveURL(/\/admin#order-1$/);
  await expect(desk.card(1)).toBeInViewport();
});

test('the way shows only what one may see, and where one is', async ({ openDesk }) => {
  const bo = await openDesk('bo');
  const nav = bo.page.getByRole('navigation', { name: 'Back office' });
  const always = ['Today', 'Orders', 'Kitchen', /^Notifications/];
  await expect(nav.getByRole('link')).toHaveText(always);
  await expect(nav.getByRole('link', { name: 'Today' })).toHaveAttribute('aria-current', 'page');
  await nav.getByRole('button', { name: 'More' }).click();
  const more = ['Take an order', 'Messages', 'Menu', 'Pause', 'My account'];
  await expect(nav.getByRole('link')).toHaveText([...always, ...more]);
  await nav.getByRole('link', { name: 'Pause' }).click();
  // Folded away it says where one is.
  await expect(nav.getByRole('button', { name: 'Pause' })).toBeVisible();
});
