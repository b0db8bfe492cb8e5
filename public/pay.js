// Has what is scanned to pay an order drawn again: when the order goes on, and every ten
// seconds, for what was paid may be noted after the order's stream has told its last.
'use strict';

const CHANGED = 'orderbell:changed';
// In milliseconds.
const AGAIN = 10_000;

setInterval(ask, AGAIN);
document.addEventListener('visibilitychange', ask);
const where = { childList: true, characterData: true, subtree: true };
new MutationObserver(ask).observe(document.querySelector('.progress__text'), where);

function ask() {
  if (!document.hidden && document.querySelector('.pay')) {
    document.dispatchEvent(new Event(CHANGED));
  }
}
