// Tells the browser's other pages that this one holds a stream. Over HTTP/1.1 a browser opens
// six connections to a host: pages of the back office then share their streams
// (`app/src/live/tabs/election.rs`). This page follows nobody, so it is the eldest of all.
'use strict';

const CHANNEL = 'orderbell';
const [loaded] = performance.getEntriesByType('navigation');
// There any number of streams goes over one connection.
const isMultiplexed = ['h2', 'h3'].includes(loaded?.nextHopProtocol);
const page = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
const holder = { since: 0, page, user: null };
let channel = null;

export function hold() {
  if (isMultiplexed || !window.BroadcastChannel) {
    return;
  }
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => 'Opened' in JSON.parse(data) && say({ Holds: holder });
  }
  say({ Opened: holder });
}

// A page that may be kept for the way back must have no channel open, either.
export function letGo() {
  if (channel) {
    say({ Closed: page });
    channel.close();
    channel = null;
  }
}

function say(word) {
  channel.postMessage(JSON.stringify(word));
}
