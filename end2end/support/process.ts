import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BINARY = path.resolve(ROOT, process.env['ORDERBELL_BIN'] ?? 'target/debug/orderbell');
const SITE = path.resolve(ROOT, process.env['ORDERBELL_SITE'] ?? 'target/site');

/** The password of everybody in the tests. */
export const PASSWORD = 'correct horse battery';

export interface Serving {
  database: string;
  /** 0 takes a free one. */
  port: number;
  heartbeat: number;
  /** More of what `orderbell serve --help` tells. */
  options: readonly string[];
  /** Without menu and administrator: the shop has to be set up. */
  empty?: boolean;
}

export interface Server {
  url: string;
  /** What it has said on standard error. */
  log(): string;
  /** Ends it in one of two ways: politely, or as a power cut does. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the program, and waits until it accepts. */
export async function serve({ database, port, heartbeat, options, empty = false }: Serving): Promise<Server> {
  const child = run([
    'serve',
    '--addr', `127.0.0.1:${port}`,
    '--database', database,
    ...(empty ? [] : ['--demo']),
    '--site', SITE,
    '--timezone', timezone(),
    '--heartbeat', String(heartbeat),
    ...options,
  ], {
    ...(empty ? {} : { ORDERBELL_ADMIN_PASSWORD: PASSWORD }),
    // All tests come from one address; options say otherwise where they do.
    ORDERBELL_ORDERS_PER_MINUTE_PER_ADDRESS: '0',
    ORDERBELL_ORDERS_PER_HOUR_PER_PHONE: '0',
    ORDERBELL_MIN_FORM_SECONDS: '0',
    ORDERBELL_MAX_STREAMS_PER_ADDRESS: '0',
  });
  const log = collect(child);
  const url = await address(child, log);
  return {
    url,
    log: () => log.join(''),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill(signal);
        await exited;
      }
    },
  };
}

/** Runs a command on a shop's database, and gives what it prints; whoever is added is of the staff. */
export async function command(database: string, ...args: string[]): Promise<string> {
  const child = run([...args, '--database', database], { ORDERBELL_PASSWORD: PASSWORD });
  const log = collect(child);
  const printed: string[] = [];
  child.stdout?.on('data', (data: Buffer) => printed.push(data.toString()));
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`${args.join(' ')} ended with ${code}: ${log.join('\n')}`);
  }
  return printed.join('').trim();
}

function run(args: string[], env: Record<string, string>): ChildProcess {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('ORDERBELL_'));
  return spawn(BINARY, args, {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What it writes to standard error: told where it does not start. */
function collect(child: ChildProcess): string[] {
  const log: string[] = [];
  child.stderr?.on('data', (data: Buffer) => log.push(data.toString()));
  return log;
}

async function address(child: ChildProcess, log: string[]): Promise<string> {
  const lines = createInterface({ input: child.stdout! });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${log.join('')}`)));
    lines.on('line', (line) => {
      const [, url] = /^listening on (https?:\S+)$/.exec(line) ?? [];
      if (url) {
        resolve(url);
      }
    });
  });
}

/** The shop's zone; another in the hour in which its midnight would fall into the run. */
function timezone(): string {
  return new Date().getUTCHours() === 15 ? 'Europe/Berlin' : 'Asia/Shanghai';
}
