import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Status } from './api.ts';
import type { Shop, UserName } from './shop.ts';

/** An event of the log, as the stream tells it. */
export interface LogEvent {
  /** Its place in the log. */
  id: string;
  name: string;
  data: { id?: number; number?: number; order?: { number: number }; to?: Status; head?: string };
}

/**
 * What the log tells a user of orders after a place in it, up to now; and the place that it ends at.
 * Whoever names no place is told nothing but that.
 */
export async function readLog(shop: Shop, user: UserName, after?: string): Promise<{ events: LogEvent[]; head: string }> {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const answer = await shop.api(user).call('GET', `/sse/subscribe${query}`);
  const events: LogEvent[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  // It is left, and so closed, with what it is read for.
  for await (const bytes of Readable.fromWeb(answer.body as ReadableStream)) {
    const blocks = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split('\n\n');
    rest = blocks.pop()!;
    for (const event of blocks.map(parse)) {
      if (event.name === 'reset') {
        throw new Error(`the log does not have ${after}`);
      }
      // The first one says that all that was missed has been told.
      if (event.name === 'tick') {
        return { events, head: event.data.head! };
      }
      if (['order', 'change', 'finish'].includes(event.name)) {
        events.push(event);
      }
    }
  }
  throw new Error('the stream ended before it had told everything');
}

function parse(block: string): LogEvent {
  const fields = new Map(block.split('\n').map((line) => {
    const [, name = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    return [name, value] as const;
  }));
  return { id: fields.get('id') ?? '', name: fields.get('event') ?? '', data: JSON.parse(fields.get('data') || '{}') };
}
