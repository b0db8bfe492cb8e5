import type { Page } from '@playwright/test';

/** The most presses of Tab that any page takes. */
const MOST = 300;

/** Presses Tab until the keyboard is at what `selector` finds. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < MOST; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
      return;
    }
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** What the keyboard is at: its place among the page's controls, and what is wrong with how it shows. */
interface Stop {
  control: string;
  faults: string[];
}

/** Presses Tab from the page's beginning to its end. */
export async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let press = 0; press < MOST; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(here);
    if (!stop) {
      return stops;
    }
    // A field of a date or a time has several stops of its own.
    if (stop.control !== stops.at(-1)?.control) {
      stops.push(stop);
    }
  }
  throw new Error('Tab does not lead to the page’s end');
}

/** Every control of the page that the keyboard has to reach. */
export async function controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    const reachable = all.filter((control) => {
      const { disabled = false, type = '' } = control as HTMLInputElement;
      return !disabled && type !== 'hidden' && control.checkVisibility({ visibilityProperty: true });
    });
    // Of radio buttons that belong together Tab stops at one.
    const radios = new Map<string, HTMLElement>();
    for (const control of reachable) {
      const { type, name, checked } = control as HTMLInputElement;
      if (type === 'radio' && (checked || !radios.has(name))) {
        radios.set(name, control);
      }
    }
    const stops = reachable.filter((control) => {
      const { type, name } = control as HTMLInputElement;
      return type !== 'radio' || radios.get(name) === control;
    });
    return stops.map((control) => `${[...document.querySelectorAll('*')].indexOf(control)} ${control.outerHTML.slice(0, 120)}`);
  });
}

function here(): Stop | undefined {
  const control = document.activeElement as HTMLElement | null;
  if (!control || control === document.body) {
    return undefined;
  }
  const faults: string[] = [];
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(control);
  if ((outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none') {
    faults.push('does not show that it has the keyboard');
  }
  const { left, top, width, height } = control.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  const isSeen = over && (control.contains(over) || over.contains(control) || over.closest('label')?.contains(control));
  if (!isSeen) {
    faults.push(`is covered by ${over?.outerHTML.slice(0, 80)}`);
  }
  return { control: `${[...document.querySelectorAll('*')].indexOf(control)} ${control.outerHTML.slice(0, 120)}`, faults };
}
