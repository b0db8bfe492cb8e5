// Makes the shop's form count while one types: each change is kept as the cart, and the page
// that the server draws with it says what it comes to. An order whose answer is lost is sent
// again, as the same order, until there is an answer.
'use strict';

import { drawAgain, take } from './redraw.js';

const form = document.querySelector('.order-form');
const sentNotice = document.querySelector('.order-form__sent');
const lost = form.querySelector('.order-form__lost > span');
const search = document.querySelector('.menu-search');
const none = search.querySelector('.menu-search__none > span');
// The order that this page has placed, so that who goes back to it is told.
const SENT = 'orderbell.sent';
// How long it is waited for more before the cart is kept, in milliseconds.
const GATHERED = 150;
// How long it is waited before an order is sent again: the first time, and at most.
const FIRST = 1_000;
const LONGEST = 15_000;
// What a server says that has no answer now, or one behind which there is none.
const NOT_NOW = [502, 503, 504];

let timer;
// How often it was sent: what was asked before that does not draw over the answer.
let sendings = 0;
// Whether the shop has what is in the form.
let isKept = true;
// One at a time, so that the last one kept is the newest.
let keeping = Promise.resolve();

form.classList.add('order-form--alive');
search.hidden = false;
form.addEventListener('input', changed);
form.addEventListener('click', step);
form.addEventListener('submit', send);
search.addEventListener('input', find);
document.addEventListener('orderbell:drawn', drawn);
window.addEventListener('pageshow', sayIfSent);
sayIfSent();
// What the browser has put back into the fields was chosen, too.
if (isTyped()) {
  changed();
}

function changed() {
  clearTimeout(timer);
  const before = sendings;
  timer = setTimeout(() => {
    keeping = keeping.then(() => keep(before));
  }, GATHERED);
}

// Keeps the cart. Without an answer it stays as it was: what is typed is on the page still, and
// is kept with the next change, or when the shop is there again. What was changed before the form
// was sent went with it: what came of that stays as it is.
async function keep(before) {
  if (before !== sendings) {
    return;
  }
  try {
    const answer = await fetch('/cart', { method: 'POST', body: fields() });
    const page = await answer.text();
    isKept = answer.ok;
    if (answer.ok && before === sendings) {
      drawAgain(page);
    }
  } catch {
    isKept = false;
  }
}

function fields() {
  return new URLSearchParams(new FormData(form));
}

// Whether there is something in the fields that the server did not draw.
function isTyped() {
  const inputs = [...form.querySelectorAll('input:not([type=hidden]), textarea')];
  return inputs.some((input) => ['radio', 'checkbox'].includes(input.type)
    ? input.checked !== input.defaultChecked
    : input.value !== input.defaultValue);
}

function drawn() {
  find();
  // The shop did not know that it is chosen. What is disabled would not be sent.
  for (const field of form.querySelectorAll('.stepper__field:disabled')) {
    if (Number(field.value) > 0) {
      field.disabled = false;
      isKept = false;
    }
  }
  if (!isKept) {
    changed();
  }
}

function step(event) {
  const button = event.target.closest('[data-step]');
  if (!button) {
    return;
  }
  const field = button.parentElement.querySelector('.stepper__field');
  const count = (Number.parseInt(field.value, 10) || 0) + Number(button.dataset.step);
  field.value = Math.max(0, Math.min(count, Number(field.max)));
  button.parentElement.querySelector('[data-step="-1"]').disabled = field.value === '0';
  changed();
}

async function send(event) {
  if (event.submitter?.formAction.endsWith('/cart')) {
    return;
  }
  event.preventDefault();
  // Pressed twice it is sent once.
  if (isBusy()) {
    return;
  }
  form.ariaBusy = 'true';
  sendings += 1;
  clearTimeout(timer);
  // What the customer sees is what is ordered, or it is refused: nothing is drawn meanwhile.
  const body = fields();
  const answer = await answered(body);
  form.ariaBusy = null;
  lost.hidden = true;
  if (answer.redirected) {
    remember(body.get('request_id'));
  }
  take(answer, await answer.text());
  form.querySelector('[aria-invalid=true]')?.focus();
}

// The answer, however often it has to be asked for.
async function answered(body) {
  for (let wait = FIRST; ; wait = Math.min(2 * wait, LONGEST)) {
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!NOT_NOW.includes(answer.status)) {
        return answer;
      }
    } catch {
      // As below.
    }
    lost.hidden = false;
    await Promise.race([
      new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2))),
      new Promise((resolve) => window.addEventListener('online', resolve, { once: true })),
    ]);
  }
}

function isBusy() {
  return form.ariaBusy === 'true';
}

// A full or forbidden storage only means that there is no word of it.
function remember(key) {
  try {
    sessionStorage.setItem(SENT, key);
  } catch {}
}

function sayIfSent() {
  try {
    sentNotice.hidden = sessionStorage.getItem(SENT) !== form.elements.request_id.value;
  } catch {}
}

// Shows the dishes alone in whose row the words stand.
function find() {
  const words = search.querySelector('input').value.trim().toLowerCase().split(/\s+/);
  let found = 0;
  for (const section of form.querySelectorAll('.menu__section')) {
    let here = 0;
    for (const dish of section.querySelectorAll('.dish')) {
      const text = dish.querySelector('.dish__text').textContent.toLowerCase();
      dish.hidden = !words.every((word) => text.includes(word));
      here += dish.hidden ? 0 : 1;
    }
    section.hidden = here === 0;
    found += here;
  }
  none.hidden = found > 0;
}
