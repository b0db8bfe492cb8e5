import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** What stands between a browser and the shop, and may fall silent. */
export class Proxy {
  private readonly answers = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** Passes everything on to `target`, both ways. */
  static async start(target: string): Promise<Proxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('connection', (browser) => {
      const shop = connect(Number(port), hostname);
      proxy.answers.add(shop);
      browser.pipe(shop).pipe(browser);
      for (const [end, other] of [[browser, shop], [shop, browser]] as const) {
        // An end that breaks takes the other with it; a silent one does not break.
        end.on('error', () => other.destroy());
        end.on('close', () => other.destroy());
      }
      shop.on('close', () => proxy.answers.delete(shop));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Keeps what is open open, and passes nothing of it on any more; what is opened from now on works. */
  fallSilent(): void {
    for (const answer of this.answers) {
      answer.unpipe();
      answer.pause();
    }
  }

  async stop(): Promise<void> {
    this.server.close();
    this.answers.forEach((answer) => answer.destroy());
    await once(this.server, 'close');
  }
}
