// Adds this device to those that ring with the page closed. Every text is the page's own:
// `data-say` names the one that is shown.
'use strict';

const section = document.querySelector('[data-push]');
const adding = section.querySelector('[data-push-add]');
const button = adding.querySelector('button');
const texts = section.querySelector('template').content;

button.addEventListener('click', () => add());
begin();

// What there is to say before anybody asks for anything. The browser is not asked to let
// the shop ring before the button was pressed.
async function begin() {
  const obstacle = findObstacle();
  if (obstacle) {
    say(obstacle);
    return;
  }
  adding.hidden = false;
  const registration = await navigator.serviceWorker.getRegistration('/');
  const subscription = await registration?.pushManager.getSubscription();
  const row = subscription && findRow(subscription.endpoint);
  if (row) {
    row.querySelector('[data-push-this]').hidden = false;
    adding.hidden = true;
    say('added');
  }
}

function findObstacle() {
  if (!window.isSecureContext) {
    return 'insecure';
  }
  const isThere = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!isThere) {
    return isApplePhone() ? 'homescreen' : 'unsupported';
  }
  return Notification.permission === 'denied' ? 'denied' : null;
}

// There only pages that were put on the home screen may ring. An iPad says that it is a
// Mac, but has a screen to be touched.
function isApplePhone() {
  const agent = navigator.userAgent;
  return /iPhone|iPad|iPod/.test(agent) || (agent.includes('Macintosh') && navigator.maxTouchPoints > 1);
}

function findRow(endpoint) {
  const rows = [...section.querySelectorAll('[data-endpoint]')];
  return rows.find((row) => row.dataset.endpoint === endpoint);
}

async function add() {
  button.disabled = true;
  say('working');
  try {
    say(await attempt());
  } catch (error) {
    console.warn(error);
    say('failed');
  } finally {
    button.disabled = false;
  }
}

// What came of it, by the name of its text.
async function attempt() {
  // First of all, and at once: browsers ask only because of a press.
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') {
    return permission === 'denied' ? 'denied' : 'unanswered';
  }
  await navigator.serviceWorker.register('/sw.js');
  const registration = await navigator.serviceWorker.ready;
  const answer = await fetch('/api/push/key');
  if (!answer.ok) {
    return refusal(answer);
  }
  const key = bytes((await answer.json()).key);
  let subscription;
  try {
    subscription = await subscribe(registration.pushManager, key);
  } catch (error) {
    // The browser may ring, but its own service does not answer it.
    console.warn(error);
    return 'service';
  }
  const taken = await fetch('/api/push/subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(subscription),
  });
  if (!taken.ok) {
    return refusal(taken);
  }
  location.assign('/admin/profile?done=device_added');
  return 'working';
}

async function subscribe(manager, key) {
  const known = await manager.getSubscription();
  // One for another shop that was at this address, or for this one before its database
  // was lost, is of no use.
  if (known && !isSame(known.options.applicationServerKey, key)) {
    await known.unsubscribe();
  }
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

function isSame(buffer, key) {
  const known = new Uint8Array(buffer ?? []);
  return known.length === key.length && known.every((byte, i) => byte === key[i]);
}

function bytes(base64url) {
  const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function refusal({ status }) {
  return { 401: 'signed_out', 409: 'too_many', 422: 'refused' }[status] ?? 'failed';
}

function say(name) {
  const text = texts.querySelector(`[data-say="${name}"]`);
  section.querySelector('[data-push-said]').replaceChildren(text.cloneNode(true));
}
