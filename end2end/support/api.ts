import { randomUUID } from 'node:crypto';

export type Status = 'placed' | 'accepted' | 'preparing' | 'ready' | 'finished' | 'cancelled';

export interface Line {
  item: number;
  quantity: number;
}

export interface Order {
  id: number;
  token: string;
  number: number;
  status: Status;
  version: number;
  total: number;
  reason?: { kind: string; text?: string };
}

export interface Connections {
  count: number;
  connections: { user: string; stream: string }[];
}

/** What became of a message with one of those that it is for. */
export interface Receipt {
  name: string;
  delivered_at: string | null;
  seen_at: string | null;
}

/** What other programs see of the shop; with a session's token, as its user. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  /** Any request; nothing is kept open, so that the server may die in between. */
  async call(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(this.url + path, {
      method,
      headers: {
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Places an order: one braised beef noodle soup, if nothing else is said. */
  async order(name = 'Lin Xia', lines: Line[] = [{ item: 1, quantity: 1 }]): Promise<Order> {
    return this.json('POST', '/api/orders', {
      request_id: randomUUID(),
      customer: { name, phone: '138 0013 8000' },
      note: '',
      lines,
    });
  }

  /** As many orders, one after the other. */
  async orderMany(count: number): Promise<Order[]> {
    const placed: Order[] = [];
    for (let place = 1; place <= count; place += 1) {
      placed.push(await this.order(`Guest ${place}`));
    }
    return placed;
  }

  /** Moves an order on. */
  async change(order: Order, status: Status): Promise<Order> {
    const { version } = order;
    return this.json('PATCH', `/api/orders/${order.id}`, { status, version });
  }

  /** Moves an order through all that there is. */
  async changeAll(order: Order, ...statuses: Status[]): Promise<Order> {
    let now = order;
    for (const status of statuses) {
      now = await this.change(now, status);
    }
    return now;
  }

  /** Sends a message; `null` is for all. */
  async push(to: string | null, text: string, title = ''): Promise<{ seq: number; online: number }> {
    return this.json('POST', '/sse/push', { to, title, text });
  }

  /** What became of a message. */
  async receipts(seq: number): Promise<Receipt[]> {
    return (await this.json<{ recipients: Receipt[] }>('GET', `/api/pushes/${seq}`)).recipients;
  }

  /** All orders, newest first. */
  async orders(): Promise<Order[]> {
    return (await this.json<{ orders: Order[] }>('GET', '/api/orders')).orders;
  }

  /** Who has the back office open. */
  async connections(): Promise<Connections> {
    return this.json('GET', '/sse/connections');
  }

  private async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call(method, path, body);
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`);
    }
    return JSON.parse(text) as T;
  }
}

/** Counts up from 0, once in so many milliseconds, however long what is done at each takes. */
export async function* pace(milliseconds: number): AsyncGenerator<number> {
  const start = performance.now();
  for (let count = 0; ; count += 1) {
    const early = start + count * milliseconds - performance.now();
    if (early > 0) {
      await new Promise((resolve) => { setTimeout(resolve, early); });
    }
    yield count;
  }
}
