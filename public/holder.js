// Says to the pages of the back office in this browser that this page holds a stream. Over
// HTTP/1.1 a browser opens six connections to a host, for all of its pages together, and a
// stream takes one; those pages share theirs, and make room for one that can't. The words are
// those of `app/src/live/tabs/election.rs`.
'use strict';

const channel = window.BroadcastChannel ? new BroadcastChannel('orderbell') : null;
// Nobody is older: it can follow no other page, and nobody follows it.
const holder = { since: 0, page: Math.floor(Math.random() * 2 ** 53), user: null };
let holds = false;

channel?.addEventListener('message', ({ data }) => {
  if (holds && JSON.parse(data).Opened) {
    say({ Holds: holder });
  }
});

export function hold() {
  holds = true;
  say({ Opened: holder });
}

export function release() {
  if (holds) {
    holds = false;
    say({ Closed: holder.page });
  }
}

function say(word) {
  channel?.postMessage(JSON.stringify(word));
}
