import { expect, NETWORK, test } from '../fixtures.ts';
import { OrderForm } from '../support/order-form.ts';

/** What somebody might get into a page: each would say so, if it could. */
const SMUGGLED = `
  <img src="/nothing.png" onerror="window.smuggled = 'a handler'">
  <iframe srcdoc="<script>parent.smuggled = 'a frame'</script>"></iframe>
  <style>:root { --smuggled: a style }</style>
  <base href="https://elsewhere.example/">`;

for (const place of ['the shop', 'the back office'] as const) {
  test(`${place} runs nothing that is not its own`, async ({ page, openDesk, allowConsole }) => {
    allowConsole(/Content Security Policy/);
    allowConsole(NETWORK);
    let opened = page;
    if (place === 'the shop') {
      await new OrderForm(page).open(true);
    } else {
      opened = (await openDesk('admin')).page;
    }
    const found = await opened.evaluate(async (html) => {
      document.body.insertAdjacentHTML('beforeend', html);
      const script = document.createElement('script');
      script.textContent = "window.smuggled = 'a script'";
      document.body.append(script);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return {
        ran: (window as { smuggled?: string }).smuggled ?? 'nothing',
        style: getComputedStyle(document.documentElement).getPropertyValue('--smuggled'),
        base: new URL('x', document.baseURI).origin === location.origin,
      };
    }, SMUGGLED);
    expect(found).toEqual({ ran: 'nothing', style: '', base: true });
  });
}
