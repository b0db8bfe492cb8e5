import { expect, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

const ORDERS = 100;

test('from the button to the popup in another window @measure', async ({ page, shop, openDesk }) => {
  test.setTimeout(300_000);
  const desk = await openDesk('admin');
  await desk.page.evaluate(() => {
    const seen: Record<string, number> = {};
    new MutationObserver((mutations) => {
      const now = performance.timeOrigin + performance.now();
      for (const { addedNodes } of mutations) {
        for (const node of addedNodes) {
          if (node instanceof HTMLElement && node.dataset['toast'] === 'order') {
            const [, guest] = /Guest (\d+)/.exec(node.textContent ?? '') ?? [];
            seen[guest!] ??= now;
          }
        }
      }
    }).observe(document.body, { subtree: true, childList: true });
    Object.assign(window, { seen });
  });
  const taken: number[] = [];
  const form = new OrderForm(page);
  for (let guest = 1; guest <= ORDERS; guest += 1) {
    await form.open(true);
    await form.fill(`Guest ${guest}`);
    // The page is left with the answer: its story is kept where the next one finds it.
    await page.evaluate(() => {
      document.querySelector('.order-form__send')!.addEventListener('click', () => {
        sessionStorage.setItem('pressed', String(performance.timeOrigin + performance.now()));
      }, { capture: true });
    });
    await form.sendAndArrive();
    const pressed = Number(await page.evaluate(() => sessionStorage.getItem('pressed')));
    const shown = await desk.page.waitForFunction(
      (guest) => (window as unknown as { seen: Record<string, number> }).seen[guest],
      String(guest),
    );
    taken.push((await shown.jsonValue())! - pressed);
  }
  taken.sort((a, b) => a - b);
  const at = (part: number): string => taken[Math.ceil(taken.length * part) - 1]!.toFixed(1);
  console.log(`from press to popup, ${ORDERS} orders, in ms: median ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, most ${at(1)}`);
  expect(await shop.api('admin').orders()).toHaveLength(50);
  await desk.expectCounts(ORDERS, 0, 0);
});
