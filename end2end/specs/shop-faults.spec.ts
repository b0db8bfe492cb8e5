import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

type Language = 'en' | 'zh';

interface Case {
  what: string;
  /** Types the fault in. */
  type: (form: OrderForm) => Promise<void>;
  /** The id of the field that has to be marked. */
  field: string;
  text: Record<Language, string>;
  /** What has to be in the field still. */
  kept: string;
}

const BLANK = { en: 'Please fill this in.', zh: '请填写此项。' };
const RANGE = { en: 'Please give a whole number from 1 to 99.', zh: '请填写 1 到 99 之间的整数。' };
const PHONE = { en: 'Please give a phone number of 5 to 15 digits.', zh: '请填写 5 到 15 位的电话号码。' };

const CASES: Case[] = [
  { what: 'a blank name', field: 'name', text: BLANK, kept: '   ', type: (form) => form.name.fill('   ') },
  {
    what: 'a name that is too long',
    field: 'name',
    text: { en: 'At most 40 characters.', zh: '最多 40 个字。' },
    kept: '面'.repeat(41),
    // The field itself takes no more than 40; other programs do.
    type: (form) => setValue(form, '#name', '面'.repeat(41)),
  },
  { what: 'a phone that is none', field: 'phone', text: PHONE, kept: 'call me', type: (form) => form.phone.fill('call me') },
  { what: 'a phone of four digits', field: 'phone', text: PHONE, kept: '1380', type: (form) => form.phone.fill('1380') },
  { what: 'no phone', field: 'phone', text: BLANK, kept: '', type: (form) => form.phone.fill('') },
  { what: 'a thousand of a dish', field: 'dish-1', text: RANGE, kept: '1000', type: (form) => form.quantity(1).fill('1000') },
  { what: 'less than one of a dish', field: 'dish-1', text: RANGE, kept: '-1', type: (form) => form.quantity(1).fill('-1') },
  { what: 'half a dish', field: 'dish-1', text: RANGE, kept: '1.5', type: (form) => form.quantity(1).fill('1.5') },
  {
    what: 'a note of ten thousand characters',
    field: 'note',
    text: { en: 'At most 500 characters.', zh: '最多 500 个字。' },
    kept: '辣'.repeat(10_000),
    type: (form) => form.note.fill('辣'.repeat(10_000)),
  },
  {
    what: 'a price that was another',
    field: 'dish-1',
    text: {
      en: 'The price is now ¥32.00. Please reload the page and order again.',
      zh: '价格已变为 ¥32.00，请刷新页面后再下单。',
    },
    kept: '1',
    // On its way: in the page it would be drawn again with what is typed.
    type: async (form) => {
      await form.page.route('**/order', async (route) => {
        const sent = new URLSearchParams(route.request().postData() ?? '');
        sent.set('lines[1][price]', '100');
        await route.continue({ postData: sent.toString() });
      }, { times: 1 });
    },
  },
  {
    what: 'more of a dish than are left',
    field: 'dish-6',
    text: { en: 'Only 3 left.', zh: '只剩 3 份。' },
    kept: '4',
    type: (form) => form.quantity(6).fill('4'),
  },
];

// Each way in one language: the words come from the same place in both.
for (const [scripts, language] of [[true, 'en'], [false, 'zh']] as const) {
  test.describe(`${scripts ? 'with' : 'without'} JavaScript, in ${language}`, () => {
    test.use({ javaScriptEnabled: scripts, locale: language === 'en' ? 'en-US' : 'zh-CN' });
    // The refusal is an answer of its own status, which the console tells of.
    test.beforeEach(({ allowConsole }) => allowConsole(/status of 422/));

    test('each fault is told at its field, what was typed stays, nothing is kept', async ({ page, shop }) => {
      const form = new OrderForm(page);
      for (const { what, type, field, text, kept } of CASES) {
        await test.step(what, async () => {
          await form.open(scripts);
          await form.fill('Lin Xia', { 1: '1', 2: '2' });
          await type(form);
          await form.send.click();
          const marked = page.locator(`#${field}`);
          await form.expectFault(marked, text[language]);
          await expect(marked).toHaveValue(kept);
          await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
          await expect(form.refusal).toContainText(language === 'en'
            ? 'Not ordered yet.'
            : '还没有下单');
          await expect(form.refusal.getByRole('link')).toHaveAttribute('href', `#${field}`);
          await expect(form.quantity(2)).toHaveValue('2');
        });
      }
      expect(await shop.api('admin').orders()).toEqual([]);
    });

    test('an empty form is told everything at once', async ({ page, shop }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.send.click();
      await form.expectFault(form.name, BLANK[language]);
      await form.expectFault(form.phone, BLANK[language]);
      await expect(page.locator('#lines-fault')).toHaveText(language === 'en'
        ? 'Please choose at least one dish.'
        : '请至少选一样菜品。');
      expect(await shop.api('admin').orders()).toEqual([]);
    });

    test('a dish that was sold out meanwhile is told at its field', async ({ page, shop }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await form.fill('Lin Xia', { 6: '1' });
      await shop.api().order('Somebody faster', [{ item: 6, quantity: 3 }]);
      await form.send.click();
      await form.expectFault(form.quantity(6), language === 'en' ? 'Sold out.' : '已售完。');
      await expect(form.quantity(6)).toHaveValue('1');
      expect(await shop.api('admin').orders()).toHaveLength(1);
    });

    test('a dish that is sold out can’t be asked for', async ({ page }) => {
      const form = new OrderForm(page);
      await form.open(scripts);
      await expect(form.quantity(12)).toBeDisabled();
      await expect(page.locator('#dish-12-fault')).toHaveText(language === 'en' ? 'Sold out today' : '今日售完');
    });
  });
}

/** Waits for longer than the page waits for more changes: timers end in their order. */
const gathered = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => { setTimeout(resolve, 300); }));

test('what was changed before a form was sent is not kept after it was refused', async ({ page, allowConsole }) => {
  allowConsole(/status of 422/);
  const form = new OrderForm(page);
  await form.open(true);
  const kept: URLSearchParams[] = [];
  let answer = (): void => {};
  const first = new Promise<void>((resolve) => { answer = resolve; });
  await page.route('**/cart', async (route) => {
    kept.push(new URLSearchParams(route.request().postData() ?? ''));
    await first;
    await route.continue();
  });
  await form.fill('Lin Xia', { 1: '1' });
  await expect.poll(() => kept.length).toBe(1);
  // The next change waits for the answer to the first one.
  await form.phone.fill('1380');
  await gathered(page);
  await form.send.click();
  await form.expectFault(form.phone, PHONE.en);
  answer();
  await form.note.fill('few onions');
  await expect.poll(() => kept.at(-1)?.get('note')).toBe('few onions');
  await gathered(page);
  await form.note.fill('no onions');
  await expect.poll(() => kept.at(-1)?.get('note')).toBe('no onions');
  expect(kept).toHaveLength(3);
});

test.describe('bytes that are no text', () => {
  test.use({ javaScriptEnabled: false });

  test('are told at their field, and nothing is kept', async ({ page, shop, allowConsole }) => {
    allowConsole(/status of 422/);
    await spoil(page, 'name=Lin+Xia', 'name=Lin+%FF%FE');
    const form = new OrderForm(page);
    await form.open(false);
    await form.fill();
    await form.send.click();
    await form.expectFault(form.name, 'Some characters can\'t be read.');
    await expect(form.quantity(1)).toHaveValue('1');
    expect(await shop.api('admin').orders()).toEqual([]);
  });
});

/** Sets a value that the field would not let one type. */
async function setValue(form: OrderForm, selector: string, value: string): Promise<void> {
  await form.page.locator(selector).evaluate((field, text) => {
    (field as HTMLInputElement).value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

/** Sends another text in the form's place, as no browser would. */
async function spoil(page: Page, typed: string, sent: string): Promise<void> {
  await page.route('**/order', async (route) => {
    const body = route.request().postData() ?? '';
    expect(body).toContain(typed);
    await route.continue({ postData: body.replace(typed, sent) });
  });
}
