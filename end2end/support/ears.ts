import type { BrowserContext, Page } from '@playwright/test';

/** A sound that a page made, and what it showed in that moment. */
export interface Sound {
  /** Its file, without folder and ending. */
  name: string;
  /** In milliseconds since 1970. */
  at: number;
  /** How many orders rang, as the button says that silences them. */
  ringing: number;
  /** The numbers of the orders that the list showed as waiting. */
  waiting: number[];
}

/** Lets all pages of a browser note what is heard of them. Nothing is, so none is refused. */
export async function noteSounds(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const sounds: Sound[] = [];
    Object.assign(window, { sounds });
    HTMLMediaElement.prototype.play = async function play() {
      const silence = document.querySelector('.alerts__silence')?.textContent ?? '';
      const cards = [...document.querySelectorAll<HTMLElement>('[data-order][data-status=placed]')];
      sounds.push({
        name: new URL(this.src).pathname.replace(/.*\/|\.wav/g, ''),
        at: performance.timeOrigin + performance.now(),
        ringing: Number(/\d+/.exec(silence)?.[0] ?? 0),
        waiting: cards.map((card) => Number(card.dataset['order'])),
      });
    };
  });
}

/** What was heard of a page since it was loaded. */
export const sounds = (page: Page): Promise<Sound[]> =>
  page.evaluate(() => (window as unknown as { sounds: Sound[] }).sounds);
