import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** One connection, at both of its ends. */
interface Line {
  browser: Socket;
  shop: Socket;
  isStream: boolean;
}

function mute(line: Line): void {
  line.shop.unpipe();
  line.shop.pause();
}

/** What stands between a browser and the shop, and may fall silent. */
export class Proxy {
  private readonly lines = new Set<Line>();
  private isSilent = false;

  private constructor(private readonly server: Server) {}

  /** Passes everything on to `target`, both ways. */
  static async start(target: string): Promise<Proxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('connection', (browser) => {
      const line = { browser, shop: connect(Number(port), hostname), isStream: false };
      proxy.lines.add(line);
      browser.on('data', (request) => { line.isStream = request.includes('/sse/subscribe'); });
      browser.pipe(line.shop).pipe(browser);
      if (proxy.isSilent) {
        mute(line);
      }
      for (const [end, other] of [[browser, line.shop], [line.shop, browser]] as const) {
        // An end that breaks takes the other with it; a silent one does not break.
        end.on('error', () => other.destroy());
        end.on('close', () => other.destroy());
      }
      line.shop.on('close', () => proxy.lines.delete(line));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Keeps the streams that are open open, and passes nothing of them on any more. */
  muteStreams(): void {
    [...this.lines].filter((line) => line.isStream).forEach(mute);
  }

  /** Takes whatever comes, and answers nothing. */
  fallSilent(): void {
    this.isSilent = true;
    this.lines.forEach(mute);
  }

  /** Lets go of what was silent; what is opened from now on works. */
  recover(): void {
    this.isSilent = false;
    this.lines.forEach((line) => line.shop.destroy());
  }

  async stop(): Promise<void> {
    this.server.close();
    this.recover();
    await once(this.server, 'close');
  }
}
