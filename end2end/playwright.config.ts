import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

/** What a test says of itself that needs more of a browser than the headless shell has. */
const WHOLE = /@whole-browser/;
/** `MEASURE=1` runs the measurements instead of the tests. */
const measuring = Boolean(process.env['MEASURE']);

const LAUNCH = {
  // People's browsers keep pages for the way back.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // A name for this machine that is no secure context, as in a shop's own network.
    '--host-resolver-rules=MAP shop.test 127.0.0.1',
  ],
};

export default defineConfig({
  testDir: 'specs',
  outputDir: '../target/end2end',
  fullyParallel: true,
  // A test waits about a third of its time.
  workers: measuring ? 1 : 3,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-US',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    // It makes a test a fifth slower: `TRACE=1` for one that fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
  },
  // The shell draws and runs pages as Chromium does, in half the time.
  projects: measuring
    ? [{ name: 'chromium', grep: /@measure/, use: browser('chromium') }]
    : [
      { name: 'shell', grepInvert: [/@measure/, WHOLE], use: browser('chromium-headless-shell') },
      { name: 'chromium', grepInvert: /@measure/, grep: WHOLE, use: browser('chromium') },
    ],
});

/** The browser: as told, or the system's, or Playwright's own. */
function browser(channel: 'chromium' | 'chromium-headless-shell'): object {
  const system = `/usr/bin/${channel}`;
  const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(system) ? system : undefined);
  return executablePath ? { launchOptions: { ...LAUNCH, executablePath } } : { channel, launchOptions: LAUNCH };
}
