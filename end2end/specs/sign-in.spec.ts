import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '../fixtures.ts';
import { PASSWORD } from '../support/process.ts';
import type { Shop } from '../support/shop.ts';

/** What the page says, by language. */
const SAID = {
  'en-GB': /^Too many wrong passwords came from your network; this one was not checked\. Please wait (\d) seconds? and try again\.$/,
  'zh-CN': /^此网络输错密码的次数太多，这次没有核对。请等 (\d) 秒再试。$/,
};

/** Guesses until the next password has to wait for 4 s; the pauses are what it took until then. */
async function guess(shop: Shop): Promise<void> {
  for (const pause of [0, 0, 0, 0, 0, 1100, 2100]) {
    await sleep(pause);
    const login = { username: 'admin', password: 'guessed' };
    const answer = await shop.api().call('POST', '/api/session', login);
    expect(answer.status).toBe(401);
  }
}

// Each way in one language: it takes seconds, and the words come from the same place in both.
for (const [scripts, locale] of [[true, 'en-GB'], [false, 'zh-CN']] as const) {
  test.describe(`with JavaScript ${scripts ? 'on' : 'off'}, in ${locale}`, () => {
    test.use({ javaScriptEnabled: scripts, locale });

    test('who guessed is told how long to wait, keeps the name, and then gets in', async ({ page, shop, allowConsole }) => {
      allowConsole(/status of 429/);
      const [name, password] = [page.locator('#username'), page.locator('#password')];
      const send = page.locator('form.sign-in button');
      await page.goto('/sign-in');
      await name.fill('admin');
      await password.fill(PASSWORD);
      await guess(shop);
      await send.click();
      const alert = page.getByRole('alert');
      await expect(alert).toHaveText(SAID[locale]);
      await expect(name).toHaveValue('admin');
      await expect(password).toHaveValue('');
      const [, seconds] = SAID[locale].exec((await alert.textContent())!.trim())!;
      await sleep(Number(seconds) * 1000);
      await password.fill(PASSWORD);
      await send.click();
      await expect(page).toHaveURL(/\/admin$/);
    });
  });
}
