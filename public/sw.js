// Shows notifications, also while no page of the shop is open; those of an order's page
// (`order.js`) it leads back there. It has no `fetch` handler
// and no cache, so that no page can ever be an old one because of it.
'use strict';

const ICON = '/icons/icon-192.png';
// Only its outline is drawn, in the colour of the system.
const BADGE = '/icons/badge-96.png';
const BACK_OFFICE = '/admin';

// A new version waits for nothing: it has nothing that pages of the old one would need.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// What the server sends: `PushNote` in domain/src/web_push/message.rs.
self.addEventListener('push', (event) => {
  event.waitUntil(take(read(event.data), true));
});

// What an open page asks for: the same with `type: 'notify'`.
self.addEventListener('message', (event) => {
  if (event.data?.type === 'notify') {
    event.waitUntil(take(event.data, false));
  }
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.url));
});

// The browser gives the device another address: without telling the server, nothing
// would come there any more.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(event.oldSubscription, event.newSubscription));
});

function read(data) {
  try {
    return data.json() ?? {};
  } catch {
    return {};
  }
}

async function take(note, isPush) {
  if (note.close) {
    await close(note, isPush);
  } else {
    await show(note);
  }
}

function show({ tag, title, body, url, lang, renotify, silent }) {
  // Without a title it is none of ours, or of a later version; a push has to be shown.
  return self.registration.showNotification(title || 'Orderbell', {
    tag: tag || 'orderbell',
    body: body || '',
    lang: lang || '',
    // Not for a click alone: whoever is at the stove sees it later.
    requireInteraction: !silent,
    renotify: Boolean(renotify) && !silent,
    silent: Boolean(silent),
    icon: ICON,
    badge: BADGE,
    data: { url: url || BACK_OFFICE },
  });
}

// Somebody has seen to it elsewhere: the notification goes. Nothing is shown instead
// where that is allowed: Firefox lets it be, and Chrome as long as it is rare and the
// shop is used (then it says by itself that the page works in the background). Safari
// takes the permission away after three pushes that show nothing; there something is
// shown in the place of the old one, without a sound, and taken away at once.
async function close(note, isPush) {
  if (isPush && isSafari()) {
    await show({ tag: note.close, title: note.title, silent: true });
  }
  const shown = await self.registration.getNotifications({ tag: note.close });
  for (const notification of shown) {
    notification.close();
  }
}

function isSafari() {
  const agent = self.navigator.userAgent;
  return agent.includes('AppleWebKit') && !/Chrom(e|ium)/.test(agent);
}

// Leads to what a notification is about: on the page that is open at that path, which goes
// there without being loaded anew, or, if it is for the back office, to any page of that,
// where the same is told; a form that is being filled in there is not left. Where none is open, or it can't be brought
// to the front, one is opened.
async function open(url) {
  const target = address(url);
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const path = (page) => new URL(page.url).pathname;
  const isBackOffice = (path) => path === BACK_OFFICE || path.startsWith(`${BACK_OFFICE}/`);
  const there = pages.find((page) => path(page) === target.pathname);
  const near = pages.find((page) => isBackOffice(path(page)) && isBackOffice(target.pathname));
  try {
    if (there && there.url !== target.href) {
      await there.navigate(target.href);
    }
    await (there ?? near).focus();
  } catch {
    await self.clients.openWindow(target.href);
  }
}

// An address of this site; of no other one, whatever a notification says.
function address(url) {
  const origin = self.location.origin;
  try {
    const target = new URL(url, origin);
    if (target.origin === origin) {
      return target;
    }
  } catch {
    // No address: the back office will do.
  }
  return new URL(BACK_OFFICE, origin);
}

async function renew(old, given) {
  const key = old?.options.applicationServerKey;
  const made = () => self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const subscription = given ?? (key ? await made() : null);
  if (subscription) {
    await tell('POST', subscription);
  }
  if (old && old.endpoint !== subscription?.endpoint) {
    await tell('DELETE', { endpoint: old.endpoint });
  }
}

function tell(method, body) {
  return fetch('/api/push/subscriptions', {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
