// Keeps a page live that the server drew: it is asked for once more, and what became another
// is put in its place. A page says what may change by `data-live="name"`.
'use strict';

import { morph } from './morph.js';

const LIVE = '[data-live]';
// What says `data-live-by="form"` is the answer to a form, and stays when something happens.
// What says `data-live-by="itself"` is changed by its own form alone.
const FOLLOWS = `${LIVE}:not([data-live-by])`;
const SENDS_ITSELF = '[data-live-by=itself]';
// What is said at the fields of a refused form stays until it is sent again.
const REFUSED = `${LIVE} [aria-invalid=true]`;
// The address of the same page whose list begins where this one does.
const FROM = 'data-live-from';
// The page's stream has told something.
const CHANGED = 'orderbell:changed';
// A form was answered, and the page shows with what.
const ANSWERED = 'orderbell:answered';
// The page was drawn again.
const DRAWN = 'orderbell:drawn';
// How long it is waited for more before the page is drawn again, in milliseconds.
const GATHERED = 300;
// The page was drawn in another language, which was chosen in another tab.
const OTHER_LANGUAGE = 'orderbell:other-language';
// After how long it is asked again where no answer came, in milliseconds.
const AGAIN = 5000;

let requests = 0;
let isDrawing = false;

if (document.querySelector(FOLLOWS)) {
  document.addEventListener(CHANGED, request);
}
if (document.querySelector(`${FOLLOWS}, ${SENDS_ITSELF}`)) {
  document.addEventListener('submit', send);
}

// Draws the page once at a time, however often it is asked for.
async function request() {
  requests += 1;
  if (isDrawing) {
    return;
  }
  isDrawing = true;
  for (let drawn = 0; drawn !== requests;) {
    await new Promise((resolve) => setTimeout(resolve, GATHERED));
    drawn = requests;
    await redraw();
  }
  isDrawing = false;
}

// Where there is no answer the page stays as it is, and asks once more: what was told is not
// told again.
async function redraw() {
  if (document.querySelector(REFUSED)) {
    return;
  }
  const address = document.querySelector(`[${FROM}]`)?.getAttribute(FROM) ?? location.href;
  try {
    const answer = await fetch(address);
    const page = await answer.text();
    // A form may have been refused while it was asked.
    if (answer.ok && !answer.redirected && !document.querySelector(REFUSED)) {
      takeOver(page, FOLLOWS);
    }
  } catch {
    setTimeout(request, AGAIN);
  }
}

// Sends a form of what may change without leaving the page. One that asks for another page is
// the browser's.
async function send(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || !form.closest(LIVE)) {
    return;
  }
  event.preventDefault();
  // Pressed twice it is sent once.
  if (form.ariaBusy) {
    return;
  }
  form.ariaBusy = 'true';
  try {
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const answer = await fetch(form.action, { method: 'POST', body });
    const page = await answer.text();
    form.ariaBusy = null;
    if (answer.redirected) {
      // It was taken: what was typed is not for the next time.
      form.reset();
    }
    take(answer, page);
  } catch {
    // The browser says that there is no way to the server, and offers to try again.
    form.submit();
  }
}

// Takes the answer to a form.
export function take(answer, page) {
  if (answer.redirected && new URL(answer.url).pathname !== location.pathname) {
    location.assign(answer.url);
    return;
  }
  if (answer.redirected) {
    history.replaceState(null, '', answer.url);
  }
  takeOver(page, LIVE);
  document.dispatchEvent(new Event(ANSWERED));
}

// Takes another drawing of the page that a script has asked for itself.
export function drawAgain(page) {
  takeOver(page, FOLLOWS);
}

// Puts what another drawing of the page has in the place of what is shown.
function takeOver(page, parts) {
  const drawn = new DOMParser().parseFromString(page, 'text/html');
  if (drawn.documentElement.lang !== document.documentElement.lang) {
    document.dispatchEvent(new CustomEvent(OTHER_LANGUAGE, { detail: drawn }));
    return;
  }
  for (const shown of document.querySelectorAll(parts)) {
    const part = drawn.querySelector(`[data-live="${shown.dataset.live}"]`);
    if (part) {
      morph(shown, part);
    }
  }
  document.dispatchEvent(new Event(DRAWN));
}
