// Prints the ticket of each order that is accepted on this page, where this browser is set to.
'use strict';

// The width of the paper in millimetres; nothing is printed where it is blank.
const KEPT = 'orderbell.print-accepted';
const TICKETS = '/admin/orders/print';
// What the page of today asks to move an order on.
const MOVE = '/admin/actions/change-order';
// A form was answered, and the page shows with what.
const ANSWERED = 'orderbell:answered';

const setting = document.querySelector('[data-print-accepted]');
let width = kept();
// One after the other: while a dialog of the browser is open, nothing else is printed.
let last = Promise.resolve();

if (setting) {
  setting.value = width;
  setting.closest('[hidden]').hidden = false;
  setting.addEventListener('change', () => keep(setting.value));
}
document.addEventListener(ANSWERED, () => {
  const { done, id } = document.querySelector('[data-done]')?.dataset ?? {};
  if (done === 'accepted') {
    print(id.split(' '));
  }
});
hearMoves();

// The page of today asks by itself, and tells nobody what it was answered.
function hearMoves() {
  const fetch = window.fetch;
  window.fetch = async (...asked) => {
    const [request] = asked;
    const isMove = request instanceof Request && new URL(request.url).pathname === MOVE;
    const to = isMove ? new URLSearchParams(await request.clone().text()).get('to') : null;
    const answer = await fetch(...asked);
    if (to === 'accepted' && answer.ok) {
      print([(await answer.clone().json()).id]);
    }
    return answer;
  };
}

function print(orders) {
  if (width) {
    last = last.then(() => printNow(orders)).catch(console.warn);
  }
}

// In a frame of the same page, not of an address: no page of the shop may be framed.
async function printNow(orders) {
  const query = new URLSearchParams([...orders.map((order) => ['order', order]), ['width', width]]);
  const answer = await fetch(`${TICKETS}?${query}`);
  if (!answer.ok || answer.redirected) {
    return;
  }
  const tickets = new DOMParser().parseFromString(await answer.text(), 'text/html');
  tickets.querySelectorAll('script').forEach((script) => script.remove());
  document.querySelector('iframe.print-frame')?.remove();
  const frame = document.createElement('iframe');
  // Firefox prints nothing of what is not displayed.
  frame.className = 'print-frame visually-hidden';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.srcdoc = `<!doctype html>${tickets.documentElement.outerHTML}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  frame.contentWindow.print();
}

function kept() {
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

function keep(value) {
  width = value;
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // It holds for this page.
  }
}
