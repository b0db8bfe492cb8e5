// Keeps the stream of a page open, and has the page drawn again (`redraw.js`) when the stream
// tells something, or may have missed something. The page says in data attributes which stream
// that is, from where it goes on, and when nothing follows any more. How the connection is, the
// same element says by `data-link`; its texts are the page's own.
//
// The browser's own way of coming back is not used: it gives up for good after an answer that
// is not 200, and does not say when it tries again.
'use strict';

import { hold, letGo } from './holder.js';

const CHANGED = 'orderbell:changed';
const DRAWN = 'orderbell:drawn';
// All in milliseconds. How long nothing may come while no heartbeat is known; how often that is
// looked at.
const PATIENCE = 10_000;
const WATCH = 1_000;
// The first delay's upper end, and that of the longest.
const FIRST = 1_000;
const LONGEST = 30_000;
// How long the answer may take why there is no stream.
const ANSWER = 3_000;
// So long after an event the page is being drawn, and may say then that nothing follows.
const DRAWING = 1_500;
// A page that is still there so long after `beforeunload` stays: it was a download, or a dialog.
const STAYED = 1_000;

const bell = document.querySelector('[data-bell]');
const { bell: ADDRESS, bellTells: TELLS } = bell.dataset;
// Whether the stream is kept while nobody looks: an order's page has to ring then, too.
const STAYS = 'bellStays' in bell.dataset;
// A page that is only looked at is drawn again within so long, each at its own time: many are
// open, and hear the same. In milliseconds.
const SPREAD = STAYS ? 0 : 700;

let cursor = bell.dataset.bellAfter ?? '';
let source = null;
// What waits for its turn gives up when another try has begun.
let tries = 0;
let failures = 0;
let patience = PATIENCE;
// When something came last, and when an event did.
let heard = 0;
let rang = 0;
// How far the shop's wall clock is ahead of this device's idea of UTC.
let ahead = null;
let isOver = false;
let isAway = false;
let look = 0;

document.addEventListener(DRAWN, drawn);
document.addEventListener('visibilitychange', () => (document.hidden ? hide() : wake()));
addEventListener('online', wake);
addEventListener('beforeunload', () => {
  leave();
  setTimeout(comeBack, STAYED);
});
// Phones send no `beforeunload`; and a page that is kept for the way back must hold no stream.
addEventListener('pagehide', leave);
addEventListener('pageshow', (event) => event.persisted && comeBack());
// A page that the browser stops can't read its stream, and would keep it from the others.
document.addEventListener('freeze', leave);
document.addEventListener('resume', comeBack);
setInterval(watch, WATCH);
drawn();
if (window.EventSource) {
  open();
} else {
  show('unsupported');
}

function open() {
  if (source || isOver || isAway || !window.EventSource || (document.hidden && !STAYS)) {
    return;
  }
  tries += 1;
  heard = Date.now();
  patience = PATIENCE;
  if (!ahead) {
    show('opening');
  }
  source = new EventSource(`${ADDRESS}?after=${encodeURIComponent(cursor)}`);
  if (STAYS) {
    hold();
  }
  source.addEventListener('error', lose);
  source.addEventListener('hello', ({ data }) => {
    const { heartbeat } = contact(data);
    // One may be missed.
    patience = 2 * heartbeat;
    failures = 0;
    show('live');
  });
  // All up to there has been told.
  source.addEventListener('tick', ({ data }) => (cursor = contact(data).head));
  // What there was can't be told any more.
  source.addEventListener('reset', ({ data }) => ring(JSON.parse(data).head));
  for (const name of TELLS.split(' ')) {
    source.addEventListener(name, ({ lastEventId }) => ring(lastEventId));
  }
}

function close() {
  tries += 1;
  source?.close();
  source = null;
  letGo();
}

function contact(data) {
  const told = JSON.parse(data);
  heard = Date.now();
  ahead = told.time - heard + told.offset * 1000;
  return told;
}

function ring(id) {
  heard = rang = Date.now();
  cursor = id || cursor;
  setTimeout(draw, SPREAD * Math.random());
}

function draw() {
  document.dispatchEvent(new Event(CHANGED));
}

// The stream broke, fell silent, or could not be opened.
async function lose() {
  close();
  const own = tries;
  await wait(rang + DRAWING - Date.now());
  if (own !== tries) {
    return;
  }
  show('lost');
  const delay = await delayOf(await ask());
  if (own !== tries || isOver) {
    return;
  }
  await wait(delay);
  if (own === tries) {
    open();
  }
}

// Why there is no stream: an `EventSource` does not say with what it was answered.
async function ask() {
  try {
    const signal = AbortSignal.timeout(ANSWER);
    return await fetch(`${ADDRESS}?after=${encodeURIComponent(cursor)}`, { method: 'HEAD', signal });
  } catch {
    // Who can't be reached has not refused.
    return null;
  }
}

function delayOf(answer) {
  const after = Number(answer?.headers.get('retry-after'));
  if (answer?.status === 204) {
    draw();
    end();
  } else if (answer?.status === 404) {
    // Neither is there the page, and the server says so.
    location.reload();
  } else if ([429, 503].includes(answer?.status) && after) {
    show('full');
    // Without a stream the page asks now and then. Many wait: each has its own time.
    draw();
    return after * 1000 * (1 + Math.random() / 2);
  }
  const most = Math.min(FIRST * 2 ** Math.min(failures, 10), LONGEST);
  failures += 1;
  return most * (0.5 + Math.random() / 2);
}

function wait(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

// A machine that slept has a clock that went on.
function watch() {
  if (source && Date.now() - heard > patience) {
    lose();
  }
}

function wake() {
  if (isAway || isOver) {
    return;
  }
  watch();
  // Others, the clock among them, went on while nobody looked.
  draw();
  open();
}

function hide() {
  if (!STAYS) {
    close();
  }
}

function leave() {
  isAway = true;
  close();
}

function comeBack() {
  if (isAway) {
    isAway = false;
    wake();
  }
}

// The page was drawn: it may say that nothing follows, or when the clock alone changes it.
function drawn() {
  clearTimeout(look);
  const looks = [...document.querySelectorAll('[data-bell-look]')].map(({ dataset }) => Number(dataset.bellLook));
  if (looks.length) {
    look = setTimeout(lookAgain, Math.min(...looks) * 1000);
  }
  if (document.querySelector('[data-bell-over]')) {
    end();
  }
}

function lookAgain() {
  drawn();
  if (!document.hidden) {
    draw();
  }
}

function end() {
  isOver = true;
  close();
  show('over');
}

function show(state) {
  bell.dataset.link = state;
  const since = bell.querySelector('[data-link-since]');
  if (state === 'lost' && since && ahead) {
    since.textContent = new Date(heard + ahead).toISOString().slice(11, 16);
  }
}
