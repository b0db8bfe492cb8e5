// Prints the ticket of each order that is accepted on this page, where this browser is set to.
'use strict';

import { keep, kept } from './kept.js';

// The width of the paper in millimetres; nothing is printed where it is blank.
const KEPT = 'orderbell.print-accepted';
const TICKETS = '/admin/orders/print';
// The page of today, or a popup, has accepted an order.
const ACCEPTED = 'orderbell:accepted';
// A form was answered, and the page shows with what.
const ANSWERED = 'orderbell:answered';

const setting = document.querySelector('[data-print-accepted]');
let width = kept(KEPT) ?? '';
// One after the other: while a dialog of the browser is open, nothing else is printed.
let last = Promise.resolve();

if (setting) {
  setting.value = width;
  setting.addEventListener('change', () => {
    width = setting.value;
    keep(KEPT, width);
  });
}
document.addEventListener(ANSWERED, () => {
  const { done, id } = document.querySelector('[data-done]')?.dataset ?? {};
  if (done === 'accepted') {
    print(id.split(' '));
  }
});
document.addEventListener(ACCEPTED, (event) => print([event.order]));

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
