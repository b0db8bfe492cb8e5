import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

const DEBIANS = '/usr/bin/chromium';
/** The browser: as told, or the system's, or Playwright's own. */
const executablePath = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIANS) ? DEBIANS : undefined);
/** `MEASURE=1` runs the measurements instead of the tests. */
const measuring = Boolean(process.env['MEASURE']);

export default defineConfig({
  testDir: 'specs',
  outputDir: '../target/end2end',
  fullyParallel: true,
  workers: measuring ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  ...(measuring ? { grep: /@measure/ } : { grepInvert: /@measure/ }),
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-US',
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
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
    },
  },
  projects: [{ name: 'chromium' }],
});
