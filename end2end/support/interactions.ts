import type { Page } from '@playwright/test';

type Noted = Record<number, number>;

/** Notes from now on how long the page takes to show what comes of each press (Event Timing API). */
export async function noteInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const interactions: Noted = {};
    Object.assign(window, { interactions });
    new PerformanceObserver((list) => {
      for (const { duration, interactionId = 0 } of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        if (interactionId > 0) {
          interactions[interactionId] = Math.max(interactions[interactionId] ?? 0, duration);
        }
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** How long each press took, in milliseconds, the shortest first. */
export async function interactions(page: Page): Promise<number[]> {
  const taken = await page.evaluate(() => (window as unknown as { interactions: Noted }).interactions);
  return Object.values(taken).sort((a, b) => a - b);
}
