import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ALIVE } from '../support/desk.ts';
import { tabTo } from '../support/keyboard.ts';
import { sticksOut } from '../support/layout.ts';
import { OrderForm } from '../support/order-form.ts';
import { PICTURE } from '../support/picture.ts';
import type { Shop } from '../support/shop.ts';

/** Both languages and both themes; what is wrong with colours is so in any language. */
const LOOKS = [['en', 'light'], ['zh', 'dark']] as const;
type Language = (typeof LOOKS)[number][0];
/** What leads to each page, or each state of a page, that there is. */
const PLACES: Record<string, (page: Page, shop: Shop) => Promise<void>> = {
  'the shop': (page) => new OrderForm(page).open(true),

  async 'the shop with faults'(page) {
    const form = new OrderForm(page);
    await form.open(true);
    await form.quantity(1).fill('1000');
    await form.send.click();
    await expect(form.refusal).not.toBeEmpty();
  },

  async 'an order’s page'(page, shop) {
    const order = await shop.api().order();
    await page.goto(`/orders/${order.token}`);
    await live(page);
  },

  async 'a finished order’s page'(page, shop) {
    const order = await shop.api().order();
    await shop.api('mei').changeAll(order, 'accepted', 'finished');
    await page.goto(`/orders/${order.token}`);
    await expect(page.locator('[data-link=over]')).toBeAttached();
  },

  async 'an order’s page with words of the shop'(page, shop) {
    const order = await shop.api().order();
    await shop.api('mei').call('PATCH', `/api/orders/${order.id}`, { status: 'accepted', version: 1, minutes: 5 });
    await writeTo(shop, order.id, 'No more dill. Is chive fine?');
    await page.goto(`/orders/${order.token}`);
    await live(page);
    await page.locator('.order-share > summary').click();
  },

  async 'an order’s page on which it is cancelled'(page, shop) {
    const order = await shop.api().order();
    await page.goto(`/orders/${order.token}`);
    await live(page);
    await page.locator('.order-actions__cancel > summary').click();
  },

  async 'a rated order’s page'(page, shop) {
    const order = await shop.api().order();
    await shop.api('mei').changeAll(order, 'accepted', 'finished');
    await page.goto(`/orders/${order.token}`);
    await page.locator('.rating__choice').nth(3).click();
    await page.getByRole('button', { name: /^(Send|提交评价)$/ }).click();
    await expect(page.locator('.rating__given')).toBeVisible();
  },

  async 'a link that leads to no order'(page) {
    await page.goto('/orders/0000');
  },

  async 'looking for an order, in vain'(page) {
    await page.goto('/orders');
    await page.locator('[name=number]').fill('1');
    await page.locator('[type=tel]').fill('13800138000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
  },

  async 'the sign-in'(page) {
    await page.goto('/sign-in');
  },

  async 'the sign-in with a fault'(page) {
    await page.goto('/sign-in');
    await page.locator('#username').fill('nobody');
    await page.locator('#password').fill('nothing');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).not.toBeEmpty();
  },

  async 'the back office, empty'(page, shop) {
    await signIn(page.context(), shop);
    await page.goto('/admin');
    await live(page);
  },

  async 'the back office with orders and popups'(page, shop) {
    await signIn(page.context(), shop);
    const [first, second] = await shop.api().orderMany(5);
    await page.goto('/admin');
    await live(page);
    await shop.api('mei').changeAll(first!, 'accepted', 'finished');
    await shop.api('mei').change(second!, 'cancelled');
    await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen');
    await expect(page.locator('[data-toast=psh]')).toHaveCount(1);
    await page.locator('.toaster__more').click();
    await page.locator('[data-toast=finish]').hover();
  },

  async 'the dashboard'(page, shop) {
    await shop.api().orderMany(2);
    await open(page, shop, '/admin/dashboard');
    await page.locator('main details summary').first().click();
  },

  async 'a day'(page, shop) {
    const order = await shop.api().order();
    await shop.api('mei').changeAll(order, 'accepted', 'finished');
    await shop.api().order();
    await open(page, shop, '/admin/dashboard');
    await page.locator('a[href^="/admin/days/"]').click();
    await live(page);
  },

  async 'the menu, as it is changed'(page, shop) {
    await open(page, shop, '/admin/menu?done=dish_deleted&id=1');
    await page.locator('main details summary').first().click();
  },

  async 'a dish with faults'(page, shop) {
    await open(page, shop, '/admin/menu/dishes/new');
    await page.getByRole('textbox').nth(2).fill('free');
    await page.locator('.form .button--primary').click();
    await expect(page.getByRole('alert')).not.toBeEmpty();
  },

  async 'the people, with a link'(page, shop) {
    await open(page, shop, '/admin/people');
    await page.locator('.panel .button--primary').click();
    await expect(page.locator('.panel--new')).toBeVisible();
    await page.locator('main details summary').first().click();
  },

  async 'an invitation'(page, shop) {
    await open(page, shop, '/admin/people');
    await page.locator('.panel .button--primary').click();
    await page.locator('.panel--new a').click();
    await expect(page.locator('.panel--alone')).toBeVisible();
  },

  async 'the shop with options'(page) {
    const form = new OrderForm(page);
    await form.open(true);
    await form.quantity(2).fill('1');
    await expect(page.getByRole('radio').first()).toBeVisible();
  },

  async 'options with faults'(page, shop) {
    await open(page, shop, '/admin/menu/options/1');
    await page.locator('[name=choice_1_price]').fill('free');
    await page.locator('.form .button--primary').click();
    await expect(page.getByRole('alert')).not.toBeEmpty();
  },

  'all options': (page, shop) => open(page, shop, '/admin/menu/options'),

  async 'a table with a faulty row'(page, shop) {
    await open(page, shop, '/admin/menu/import');
    const table = 'id,name_en,price\n1,Soup,33\n,Tea,free\n';
    await page.locator('[name=file]').setInputFiles({ name: 'menu.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.locator('form[enctype] button').click();
    await expect(page.locator('.panel--new')).toBeVisible();
  },

  'the settings': (page, shop) => open(page, shop, '/admin/settings'),

  async 'the settings with payment codes'(page, shop) {
    await addCode(page, shop);
  },

  async 'an order’s page with what is scanned to pay'(page, shop) {
    await addCode(page, shop);
    const order = await shop.api().order();
    await page.goto(`/orders/${order.token}`);
    await live(page);
    await expect(page.locator('.pay')).toBeVisible();
  },

  async 'an order of the back office that a colleague has open, too'(page, shop) {
    const { id } = await shop.api().order();
    await shop.api('mei').call('POST', `/api/orders/${id}/viewers`, { page: 'page-of-mei' });
    await open(page, shop, `/admin/orders/${id}?to=mei#write`);
  },

  'where alerts go': (page, shop) => open(page, shop, '/admin/channels'),

  'a new channel': (page, shop) => open(page, shop, '/admin/channels/new/email'),

  async 'all orders'(page, shop) {
    await shop.api().order();
    await open(page, shop, '/admin/orders?status=placed&period=today');
    await page.locator('.row__more > summary').click();
  },

  async 'the keys of the list'(page, shop) {
    await open(page, shop, '/admin/orders');
    await page.locator('[data-keys-open]').click();
  },

  'all orders with faults': (page, shop) => open(page, shop, '/admin/orders?from=2026-11-22&to=2026-11-21'),

  async 'an order at the counter, with faults'(page, shop) {
    await open(page, shop, '/admin/counter');
    await page.locator('#dish-2').fill('1');
    await page.locator('#phone').fill('call me');
    await page.locator('.counter .button--primary').click();
    await expect(page.locator('#phone')).toHaveAttribute('aria-invalid', 'true');
  },

  async 'an order that is edited'(page, shop) {
    const { id } = await shop.api().order();
    await open(page, shop, `/admin/orders/${id}/edit`);
    await page.locator('.counter summary').click();
  },

  async 'tickets'(page, shop) {
    const { id } = await shop.api().order();
    await signIn(page.context(), shop);
    await page.goto(`/admin/orders/print?order=${id}`);
  },

  async 'what popped up'(page, shop) {
    await shop.api().order();
    await shop.api('mei').push('admin', 'Table 4 waits', 'Kitchen');
    await open(page, shop, '/admin/notices');
  },

  async 'a message with faults'(page, shop) {
    await open(page, shop, '/admin/messages');
    await page.locator('form[action="/admin/messages"] .button--primary').click();
    await expect(page.getByRole('alert')).not.toBeEmpty();
  },

  async 'the kitchen'(page, shop) {
    for (const order of await shop.api().orderMany(2)) {
      await shop.api('mei').change(order, 'accepted');
    }
    await open(page, shop, '/admin/kitchen');
    await page.locator('.tick').first().click();
    await expect(page.locator('[data-made=true]')).toHaveCount(1);
  },

  'the kitchen by order': (page, shop) => open(page, shop, '/admin/kitchen?by=order'),

  async 'the board’s link'(page, shop) {
    await open(page, shop, '/admin/board');
    await page.locator('form[action="/admin/board/new"] button').click();
    await expect(page.locator('.link-code')).toBeVisible();
  },

  async 'the board'(page, shop) {
    await open(page, shop, '/admin/board');
    await page.locator('form[action="/admin/board/new"] button').click();
    const address = await page.locator('.link').getAttribute('href');
    for (const order of await shop.api().orderMany(2)) {
      await shop.api('mei').changeAll(order, 'accepted', ...(order.number === 1 ? ['ready' as const] : []));
    }
    await page.goto(address!);
    await expect(page.locator('.board__number')).toHaveCount(2);
  },

  'one’s own account': (page, shop) => open(page, shop, '/admin/profile'),

  'who changed what': (page, shop) => open(page, shop, '/admin/audit'),

  async 'where there is nothing'(page) {
    await page.goto('/nowhere');
  },
};

for (const [place, lead] of Object.entries(PLACES)) {
  for (const [language, colorScheme] of LOOKS) {
    test(`axe finds nothing on ${place}, in ${language}, ${colorScheme}, and a narrow screen takes it`, async ({ page, shop, allowConsole }) => {
      allowConsole(/status of (401|404|422)/);
      await choose(page.context(), shop, language);
      await lead(page, shop);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await found(page)).toEqual([]);
      // WCAG 1.4.10: nobody is to read a line by moving the page.
      await page.setViewportSize({ width: 320, height: 720 });
      expect(await sticksOut(page)).toBe(0);
    });
  }
}

test('an order is placed with the keyboard alone', async ({ page, shop }) => {
  const form = new OrderForm(page);
  await form.open(true);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, '#dish-1');
  await page.keyboard.type('2');
  await tabTo(page, '#name');
  await page.keyboard.type('Lin Xia');
  await tabTo(page, '#phone');
  await page.keyboard.type('13800138000');
  await tabTo(page, '.order-form__send');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/orders\/\w+$/);
  const [order] = await shop.api('admin').orders();
  expect(order).toMatchObject({ total: 6400 });
});

test('an order is accepted and finished with the keyboard alone', async ({ shop, openDesk }) => {
  const desk = await openDesk('admin');
  await shop.api().order();
  await expect(desk.toast('order')).toHaveCount(1);
  await desk.page.keyboard.press('F8');
  await expect(desk.toast('order')).toBeFocused();
  await desk.page.keyboard.press('Tab');
  await expect(desk.toast('order').getByRole('button', { name: 'Accept' })).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await desk.expectStatus(1, 'accepted');
  await tabTo(desk.page, '[data-order="1"] button');
  await expect(desk.card(1).getByRole('button', { name: 'Finish' })).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await desk.expectStatus(1, 'finished');
});

/** What axe finds. */
async function found(page: Page): Promise<unknown[]> {
  // To list what is right as well takes longer than to find what is wrong. No page has frames:
  // axe need not open one of its own to bring their answers together.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
}

/** Gives the shop a code that is scanned to pay. */
async function addCode(page: Page, shop: Shop): Promise<void> {
  await open(page, shop, '/admin/settings');
  await page.locator('[type=file]').setInputFiles(PICTURE);
  await page.locator('[data-upload] button').click();
  await expect(page.locator('.pay__image')).toBeVisible();
}

/** The shop writes to the customer of an order. */
async function writeTo(shop: Shop, order: number, text: string): Promise<void> {
  await fetch(`${shop.url}/admin/orders/${order}/note`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `orderbell_session=${shop.sessions.admin}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ text }),
  });
}

/** Opens a page of the back office. */
async function open(page: Page, shop: Shop, path: string): Promise<void> {
  await signIn(page.context(), shop);
  await page.goto(path);
  await live(page);
}

async function live(page: Page): Promise<void> {
  await expect(page.locator('[data-link=live]')).toBeVisible({ timeout: ALIVE });
}

async function signIn(context: BrowserContext, shop: Shop): Promise<void> {
  await context.addCookies([shop.cookie('admin')]);
}

async function choose(context: BrowserContext, shop: Shop, language: Language): Promise<void> {
  await context.addCookies([{ name: 'orderbell_language', value: language, url: shop.url }]);
}
