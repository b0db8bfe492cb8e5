// Says that this page has its order open, as long as it is looked at, and has the page drawn
// again when others come or go. The pages of a browser may share one stream, so each of them
// says it by itself.
'use strict';

// How often it is said, in milliseconds.
const BEAT = 4000;
const CHANGED = 'orderbell:changed';

const { viewers: ADDRESS } = document.querySelector('[data-viewers]').dataset;
const PAGE = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
let timer = 0;
let isHere = false;

document.addEventListener('visibilitychange', () => (document.hidden ? leave() : come()));
addEventListener('pagehide', leave);
// Back from the cache of the way back.
addEventListener('pageshow', come);

function come() {
  if (!isHere && !document.hidden) {
    isHere = true;
    beat();
  }
}

function leave() {
  if (isHere) {
    isHere = false;
    clearTimeout(timer);
    navigator.sendBeacon(ADDRESS, body({ away: true }));
  }
}

async function beat() {
  let isOver = false;
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', body: body({}) });
    // Whoever is signed out is told so by the stream.
    isOver = answer.status === 401 || answer.status === 403;
    if (answer.ok) {
      show((await answer.json()).others);
    }
  } catch {
    // The next one says it.
  }
  if (isHere && !isOver) {
    timer = setTimeout(beat, BEAT);
  }
}

function body(what) {
  return new Blob([JSON.stringify({ page: PAGE, ...what })], { type: 'application/json' });
}

// The server draws who is there.
function show(others) {
  if (others.join(', ') !== document.querySelector('[data-others]').dataset.others) {
    document.dispatchEvent(new Event(CHANGED));
  }
}
