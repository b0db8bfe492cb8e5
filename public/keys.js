// Keys of one character for a list: from row to row, and what is done to one. What they lead
// to the page says, as selectors, at the dialog that lists them; there they can be turned off.
'use strict';

import { keep, kept } from './kept.js';

const KEPT = 'orderbell.keys';
const OFF = 'off';
// Where a character is typed, or chooses something. A box that is ticked takes none.
const TYPED = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
// What the browser does something about when Enter is pressed.
const PRESSED = 'a, button, summary';

const help = document.querySelector('[data-keys]');
const { keysRow: ROW, keysLink: LINK, keysAccept: ACCEPT, keysFinish: FINISH, keysTick: TICK, keysFilter: FILTER } = help.dataset;
const opener = document.querySelector('[data-keys-open]');
const onOff = help.querySelector('[data-keys-on]');
// The row that the keyboard is in, and its place: it may be drawn anew, or go.
let here = null;
let isOn = kept(KEPT) !== OFF;

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => link(current())?.click(),
  Enter: () => link(current())?.click(),
  a: () => press(current(), ACCEPT),
  f: () => press(current(), FINISH),
  x: () => TICK && current()?.querySelector(TICK).click(),
  '/': filter,
  '?': () => help.showModal(),
};
// What a Chinese keyboard types.
KEYS['？'] = KEYS['?'];

opener.hidden = false;
opener.addEventListener('click', () => help.showModal());
onOff.checked = isOn;
onOff.addEventListener('change', () => turn(onOff.checked));
// Escape closes the dialog, and not a popup as well.
help.addEventListener('keydown', (event) => event.stopPropagation());
document.addEventListener('keydown', (event) => {
  const key = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
  const held = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
  if (!key || held || event.defaultPrevented || help.open || !isOn || event.target.closest(TYPED)) {
    return;
  }
  if (event.key === 'Enter' && (!current() || event.target.closest(PRESSED))) {
    return;
  }
  event.preventDefault();
  key();
});
document.addEventListener('focusin', note);
// Who points elsewhere has left the row.
document.addEventListener('pointerdown', () => (here = null));
new MutationObserver(comeBack).observe(document.querySelector('#main'), { childList: true, subtree: true });

function rows() {
  return [...document.querySelectorAll(ROW)];
}

function current() {
  return document.activeElement.closest(ROW);
}

function link(row) {
  return row?.querySelector(LINK);
}

function step(by) {
  const all = rows();
  const from = all.indexOf(current());
  const to = from === -1 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1);
  link(all[to])?.focus();
}

function filter() {
  const field = FILTER && document.querySelector(FILTER);
  field?.focus();
  field?.select();
}

// Presses a button of the row; or one of the form around the rows, as if this row alone were
// ticked.
function press(row, path) {
  const own = row?.querySelector(path);
  const form = row?.closest('form');
  const button = form?.querySelector(path);
  if (own || !button) {
    own?.click();
    return;
  }
  const { name, value } = row.querySelector(TICK);
  const tickThis = ({ formData }) => formData.set(name, value);
  form.addEventListener('formdata', tickThis);
  form.requestSubmit(button);
  form.removeEventListener('formdata', tickThis);
}

function name(row) {
  return row.id || row.dataset.key;
}

function note() {
  const row = current();
  here = row && { name: name(row), place: rows().indexOf(row) };
}

// What had the keyboard was drawn anew, or is gone: its row has it, or the one in its place.
function comeBack() {
  if (!here || document.activeElement !== document.body) {
    return;
  }
  const all = rows();
  const row = all.find((other) => name(other) === here.name) ?? all[here.place] ?? all.at(-1);
  link(row)?.focus({ preventScroll: true });
}

function turn(isNowOn) {
  isOn = isNowOn;
  keep(KEPT, isOn ? 'on' : OFF);
}
