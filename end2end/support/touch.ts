import type { CDPSession, Locator, Page } from '@playwright/test';

/** A finger on a page of a browser with a touch screen, and the clock that it is timed by. */
export class Finger {
  private time = Date.now() / 1000;
  private at = { x: 0, y: 0 };

  private constructor(private readonly client: CDPSession) {}

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  /** Comes down where an element has some text. */
  async press(element: Locator): Promise<void> {
    const box = (await element.boundingBox())!;
    this.at = { x: box.x + 4, y: box.y + 4 };
    await this.touch('touchStart');
  }

  /** Moves to the right, or to the left, in so many milliseconds. Nobody waits for them. */
  async lead(pixels: number, millis: number): Promise<void> {
    const steps = 4;
    for (let step = 0; step < steps; step += 1) {
      this.time += millis / 1000 / steps;
      this.at.x += pixels / steps;
      await this.touch('touchMove');
    }
  }

  async lift(): Promise<void> {
    await this.touch('touchEnd');
  }

  private async touch(type: 'touchStart' | 'touchMove' | 'touchEnd'): Promise<void> {
    await this.client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [this.at],
      timestamp: this.time,
    });
  }
}
