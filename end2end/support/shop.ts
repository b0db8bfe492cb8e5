import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Api } from './api.ts';
import { command, PASSWORD, serve, type Server, type Serving } from './process.ts';

/** Everybody who works in the back office; the first is the owner. */
export const USERS = ['admin', 'mei', 'bo'] as const;
export type UserName = (typeof USERS)[number];
export type Sessions = Record<UserName, string>;

/**
 * A database as it is before the first order, with everybody signed in.
 * Passwords take a second to hash: this is done once a worker, and each test
 * gets a copy.
 */
export class Template {
  private constructor(
    readonly folder: string,
    readonly sessions: Sessions,
  ) {}

  static async create(): Promise<Template> {
    const folder = await mkdtemp(path.join(tmpdir(), 'orderbell-template-'));
    const database = path.join(folder, 'shop.db');
    const server = await serve({ database, port: 0, heartbeat: 15, options: [] });
    try {
      await Promise.all(USERS.slice(1).map((name) => command(database, 'user', 'add', name)));
      const tokens = await Promise.all(USERS.map((name) => signIn(server.url, name)));
      const [admin, mei, bo] = tokens as [string, string, string];
      return new Template(folder, { admin, mei, bo });
    } finally {
      await server.end('SIGTERM');
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

type How = Pick<Serving, 'heartbeat' | 'options' | 'empty'>;

/** A shop of one test: its own server and its own database. */
export class Shop {
  private constructor(
    private readonly folder: string,
    readonly sessions: Sessions,
    private readonly how: How,
    private server: Server,
  ) {}

  static async start(template: Template, how: How): Promise<Shop> {
    const folder = await mkdtemp(path.join(tmpdir(), 'orderbell-'));
    await cp(template.folder, folder, { recursive: true });
    const server = await serve({ database: path.join(folder, 'shop.db'), port: 0, ...how });
    return new Shop(folder, template.sessions, how, server);
  }

  /** A shop as at its very first start. */
  static async startEmpty(): Promise<Shop> {
    const folder = await mkdtemp(path.join(tmpdir(), 'orderbell-'));
    const how = { heartbeat: 2, options: [], empty: true };
    const server = await serve({ database: path.join(folder, 'shop.db'), port: 0, ...how });
    return new Shop(folder, { admin: '', mei: '', bo: '' }, how, server);
  }

  /** The link that the server has printed, by which the shop is set up. */
  get setupLink(): string {
    const [link] = /http\S+\/setup\/\S+/.exec(this.server.log()) ?? [];
    if (!link) {
      throw new Error('the server printed no link');
    }
    return link;
  }

  get url(): string {
    return this.server.url;
  }

  /** What a browser has in which that user is signed in. */
  cookie(user: UserName): { name: string; value: string; url: string } {
    return { name: 'orderbell_session', value: this.sessions[user], url: this.url };
  }

  /** The API, as anybody or as one of the users. */
  api(user?: UserName): Api {
    return new Api(this.url, user && this.sessions[user]);
  }

  /** The API, as a program with a key of that name. */
  async program(name: string): Promise<Api> {
    return new Api(this.url, await this.command('key', 'add', name));
  }

  /** Runs a command of the program while the shop runs, and gives what it prints. */
  async command(...args: string[]): Promise<string> {
    return command(path.join(this.folder, 'shop.db'), ...args);
  }

  /** Ends the server as a power cut does. */
  async kill(): Promise<void> {
    await this.server.end('SIGKILL');
  }

  /** Starts it again, at the same address, over the same database. */
  async restart(): Promise<void> {
    await this.kill();
    this.server = await serve({
      database: path.join(this.folder, 'shop.db'),
      port: Number(new URL(this.url).port),
      ...this.how,
    });
  }

  /** Ends the server politely. */
  async stop(): Promise<void> {
    await this.server.end('SIGTERM');
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function signIn(url: string, username: UserName): Promise<string> {
  const answer = await new Api(url).call('POST', '/api/session', { username, password: PASSWORD });
  const [, token] = /orderbell_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '') ?? [];
  if (!token) {
    throw new Error(`${username} could not sign in: ${answer.status}`);
  }
  return token;
}
