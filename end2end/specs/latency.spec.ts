import { connect, type Socket } from 'node:net';
import { expect, test } from '../fixtures.ts';
import type { Desk } from '../support/desk.ts';
import { OrderForm } from '../support/order-form.ts';

const ORDERS = 100;
const STREAMS = 1_000;

test('from the button to the popup in another window @measure', async ({ page, shop, openDesk }) => {
  test.setTimeout(300_000);
  const desk = await openDesk('admin');
  await noteWhenShown(desk);
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
    taken.push(await whenShown(desk, guest) - pressed);
  }
  tell('from press to popup', taken);
  expect(await shop.api('admin').orders()).toHaveLength(50);
  await desk.expectCounts(ORDERS, 0, 0);
});

test.describe('beside a thousand other streams', () => {
  test.use({ serverOptions: ['--max-streams-per-user', '0'], heartbeat: 15 });

  test('from the request to the popup @measure', async ({ shop, openDesk }) => {
    test.setTimeout(300_000);
    const desk = await openDesk('admin');
    await noteWhenShown(desk);
    const crowd = await Promise.all(Array.from({ length: STREAMS }, () => listen(shop.url, shop.sessions.mei)));
    await expect(desk.count('streams')).toHaveText(String(STREAMS + 1));
    const taken: number[] = [];
    for (let guest = 1; guest <= ORDERS; guest += 1) {
      const asked = performance.timeOrigin + performance.now();
      await shop.api().order(`Guest ${guest}`);
      taken.push(await whenShown(desk, guest) - asked);
    }
    tell(`from request to popup beside ${STREAMS} streams`, taken);
    crowd.forEach((socket) => socket.destroy());
  });
});

/** Notes from now on when each guest's popup is there, in milliseconds since 1970. */
async function noteWhenShown(desk: Desk): Promise<void> {
  await desk.page.evaluate(() => {
    const shown: Record<string, number> = {};
    new MutationObserver((mutations) => {
      const now = performance.timeOrigin + performance.now();
      for (const { addedNodes } of mutations) {
        for (const node of addedNodes) {
          if (node instanceof HTMLElement && node.dataset['toast'] === 'order') {
            const [, guest] = /Guest (\d+)/.exec(node.textContent ?? '') ?? [];
            shown[guest!] ??= now;
          }
        }
      }
    }).observe(document.body, { subtree: true, childList: true });
    Object.assign(window, { shown });
  });
}

async function whenShown(desk: Desk, guest: number): Promise<number> {
  const shown = await desk.page.waitForFunction(
    (guest) => (window as unknown as { shown: Record<string, number> }).shown[guest],
    String(guest),
  );
  return (await shown.jsonValue())!;
}

/** Opens a stream that nobody looks at, and waits until it is open. */
async function listen(url: string, session: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET /sse/subscribe HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${session}\r\n\r\n`);
  await new Promise((resolve, reject) => {
    socket.once('data', resolve);
    socket.once('error', reject);
  });
  socket.resume();
  return socket;
}

function tell(what: string, taken: number[]): void {
  taken.sort((a, b) => a - b);
  const at = (part: number): string => taken[Math.ceil(taken.length * part) - 1]!.toFixed(1);
  console.log(`${what}, ${taken.length} orders, in ms: median ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, most ${at(1)}`);
}
