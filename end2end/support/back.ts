import type { Page } from '@playwright/test';

/**
 * Goes back as a user does. Playwright's own way waits for a load that a page
 * does not have which the browser kept; and the page that is left may be gone
 * before it has answered.
 */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back()).catch((error: Error) => {
    if (!error.message.includes('Execution context was destroyed')) {
      throw error;
    }
  });
}
