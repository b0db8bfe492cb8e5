// What a browser has and Node.js 20 has not: `EventSource`, as far as the page
// of the documentation uses it (WHATWG HTML, section 9.2), with the session of a
// signed-in browser.
const { SHOP, COOKIE } = process.env;

globalThis.EventSource = class EventSource extends EventTarget {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSED = 2;
  readyState = EventSource.CONNECTING;
  #lastEventId = '';
  #retry = 1000;

  constructor(url) {
    super();
    this.#run(new URL(url, SHOP));
  }

  async #run(url) {
    while (this.readyState !== EventSource.CLOSED) {
      try {
        await this.#attend(url);
      } catch {
        // The network: a browser tries again by itself.
      }
      if (this.readyState !== EventSource.CLOSED) this.readyState = EventSource.CONNECTING;
      this.dispatchEvent(new Event('error'));
      await new Promise((again) => setTimeout(again, this.#retry));
    }
  }

  async #attend(url) {
    const headers = { cookie: COOKIE };
    if (this.#lastEventId) headers['last-event-id'] = this.#lastEventId;
    const answer = await fetch(url, { headers });
    if (answer.status !== 200) {
      this.readyState = EventSource.CLOSED;
      return;
    }
    this.readyState = EventSource.OPEN;
    let rest = '';
    for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop();
      blocks.forEach((block) => this.#dispatch(block));
    }
  }

  #dispatch(block) {
    let name = 'message';
    const data = [];
    for (const line of block.split('\n')) {
      const colon = line.indexOf(': ');
      const [field, value] = [line.slice(0, colon), line.slice(colon + 2)];
      if (field === 'id') this.#lastEventId = value;
      if (field === 'retry') this.#retry = Number(value);
      if (field === 'event') name = value;
      if (field === 'data') data.push(value);
    }
    if (data.length === 0) return;
    const event = new Event(name);
    event.data = data.join('\n');
    event.lastEventId = this.#lastEventId;
    this.dispatchEvent(event);
  }
};
