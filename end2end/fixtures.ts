import { test as base, expect, type BrowserContextOptions } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { Guard } from './support/guard.ts';
import { Shop, Template, type UserName } from './support/shop.ts';

interface Options {
  /** How often streams tick, in seconds. A page takes two missed ones for a loss. */
  heartbeat: number;
  /** What else the server is told at its start. */
  serverOptions: string[];
}

interface Fixtures {
  /** The shop: its own server over its own database. */
  shop: Shop;
  /** Opens the back office in a window of its own, signed in and live. */
  openDesk: (user: UserName, options?: BrowserContextOptions) => Promise<Desk>;
  /** Allows what the console would say of a line that the test cuts itself. */
  allowConsole: (pattern: RegExp) => void;
  guard: Guard;
}

interface WorkerFixtures {
  template: Template;
}

/** What a browser's console says where a server refuses, or is gone. */
export const NETWORK = /Failed to load resource|net::ERR_/;

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  heartbeat: [2, { option: true }],
  serverOptions: [[], { option: true }],

  template: [async ({}, use) => {
    const template = await Template.create();
    await use(template);
    await template.remove();
  }, { scope: 'worker' }],

  shop: async ({ template, heartbeat, serverOptions }, use) => {
    const shop = await Shop.start(template, { heartbeat, options: serverOptions });
    await use(shop);
    await shop.close();
  },

  baseURL: async ({ shop }, use) => use(shop.url),

  guard: [async ({ browser, javaScriptEnabled }, use) => {
    const guard = new Guard();
    if (!javaScriptEnabled) {
      // What nobody may run is loaded in vain.
      guard.allowConsole(/was preloaded using link preload but not used/);
    }
    const unwatch = guard.watch(browser);
    await use(guard);
    unwatch();
    expect(guard.complaints(), 'what the pages complained of').toEqual([]);
  }, { auto: true }],

  allowConsole: async ({ guard }, use) => use(guard.allowConsole),

  openDesk: async ({ browser, shop }, use) => {
    const desks: Desk[] = [];
    await use(async (user, options) => {
      const context = await browser.newContext({ javaScriptEnabled: true, ...options });
      const desk = new Desk(await context.newPage());
      desks.push(desk);
      await desk.signInAs(shop.sessions[user], shop.url);
      await desk.open();
      return desk;
    });
    await Promise.all(desks.map((desk) => desk.page.context().close()));
  },
});

export { expect };
