// What an order's page does beside being drawn again: its title and icon say where the order
// is, it counts the time that is left, and it rings when the order is ready, if its browser is
// set to.
'use strict';

import { keep, kept } from './kept.js';

const DRAWN = 'orderbell:drawn';
const KEPT_SOUND = 'orderbell.order-sound';
const KEPT_NOTES = 'orderbell.order-notifications';
const ON = 'on';
const READY = 'ready';
const RING = '/sounds/finish.wav';
const WORKER = '/sw.js';
const ICON = '/icons/icon-192.png';
const BADGE = '/icons/badge-96.png';
// Short, long: in milliseconds, with the pauses between.
const SHAKE = [200, 100, 400];

const alerts = document.querySelector('[data-order-alerts]');
const sound = alerts.querySelector('[data-order-sound]');
const notify = alerts.querySelector('[data-order-notify]');
const denied = alerts.querySelector('[data-order-denied]');
const icon = document.querySelector('link[rel=icon]');
const mayNotify = 'Notification' in window && window.isSecureContext;
let status = shown().orderStatus;
let rings = kept(KEPT_SOUND) === ON;
let notes = kept(KEPT_NOTES) === ON;
// How far the server's clock is ahead of this device's.
let ahead = 0;
let notesFromShop = countNotes();
let drawnFor = '';

alerts.hidden = false;
sound.addEventListener('click', () => {
  rings = !rings;
  keep(KEPT_SOUND, rings ? ON : 'off');
  show();
  if (rings) {
    // So it is known how it sounds; and browsers let a page ring that rang by a press.
    ring();
  }
});
notify.addEventListener('click', async () => {
  // Browsers ask only because of a press.
  notes = !(notes && Notification.permission === 'granted') && (await Notification.requestPermission()) === 'granted';
  keep(KEPT_NOTES, notes ? ON : 'off');
  show();
  register();
});
document.addEventListener(DRAWN, drawn);
setInterval(count, 1000);
show();
register();
drawn();

function shown() {
  return document.querySelector('[data-order-status]').dataset;
}

function countNotes() {
  return Number(document.querySelector('[data-order-notes]').dataset.orderNotes);
}

function isNotified() {
  return notes && mayNotify && Notification.permission === 'granted';
}

// Phones show the notifications of a service worker alone. A customer gets one only after
// having asked for notifications.
function register() {
  if (isNotified()) {
    navigator.serviceWorker?.register(WORKER).catch(() => {
      // Then the page shows them itself, where it may.
    });
  }
}

function show() {
  sound.ariaPressed = String(rings);
  notify.ariaPressed = String(isNotified());
  const isDenied = mayNotify && Notification.permission === 'denied';
  notify.hidden = !mayNotify || isDenied;
  denied.hidden = !isDenied;
}

function drawn() {
  const { orderStatus, orderTitle, orderIcon } = shown();
  document.title = orderTitle;
  if (icon.getAttribute('href') !== orderIcon) {
    icon.href = orderIcon;
  }
  const written = countNotes();
  if (written > notesFromShop) {
    tell(orderTitle);
  }
  notesFromShop = written;
  if (orderStatus !== status) {
    status = orderStatus;
    if (status === READY) {
      tell(orderTitle);
    }
  }
  count();
}

function tell(title) {
  if (rings) {
    ring();
    navigator.vibrate?.(SHAKE);
  }
  if (isNotified()) {
    showNote(title).catch(() => {
      // Neither the worker nor the page may: the page says it all the same.
    });
  }
}

async function showNote(title) {
  const page = location.pathname;
  // `data` is what `sw.js` asks for when the notification is pressed.
  const note = { tag: page, renotify: true, lang: document.documentElement.lang, icon: ICON, badge: BADGE, data: { url: page } };
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) {
    await registration.showNotification(title, note);
    return;
  }
  const shown = new Notification(title, note);
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
  });
}

function ring() {
  new Audio(RING).play().catch(() => {
    // A browser that does not let it: the page says it all the same.
  });
}

// By the server's clock, as the page was drawn with it: that of a phone may be wrong.
function count() {
  const promise = document.querySelector('[data-promised]');
  if (!promise) {
    return;
  }
  const { promised, now } = promise.dataset;
  if (now !== drawnFor) {
    drawnFor = now;
    ahead = Number(now) - Date.now();
  }
  const seconds = Math.ceil((Number(promised) - Date.now() - ahead) / 1000);
  const left = promise.querySelector('[data-promise-left]');
  left.hidden = seconds <= 0;
  promise.querySelector('[data-promise-late]').hidden = seconds > 0;
  left.querySelector('strong').textContent = clock(Math.max(seconds, 0));
}

function clock(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const rest = two(seconds % 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
