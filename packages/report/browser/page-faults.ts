import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const inspect = readFileSync(new URL('inspect-page.js', import.meta.url), 'utf8');

/**
 * What a page lacks that people, search engines and assistive technology rely on, one line each: its head,
 * its outline, its landmarks, a way past the navigation, letters and targets of a size, and pictures
 * that hold their place.
 *
 * @see {@link https://www.w3.org/TR/WCAG22/#target-size-minimum | WCAG 2.2: target size (minimum)}
 */
export async function pageFaults(page: Page): Promise<string[]> {
  // As text, because the page's own policy allows no script, and our types know no document.
  return (await page.evaluate(inspect)) as string[];
}

/** How a page loads on a slow phone, in milliseconds; shifts are a share of the screen. */
export interface LoadFigures {
  readonly largestPaint: number;
  readonly blocked: number;
  readonly shifted: number;
}

/**
 * Loads a page again on a processor four times slower.
 *
 * @see {@link https://web.dev/articles/vitals | Web Vitals}
 */
export async function slowLoad(page: Page): Promise<LoadFigures> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.reload({ waitUntil: 'load' });
  const figures = await page.evaluate(observe);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return figures as LoadFigures;
}

// Two frames after everything is there, the last figures are in.
const observe = `new Promise((resolve) => {
  const figures = { largestPaint: 0, blocked: 0, shifted: 0 };
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => { figures.largestPaint = startTime; });
  watch('longtask', ({ duration }) => { figures.blocked += Math.max(0, duration - 50); });
  watch('layout-shift', ({ value }) => { figures.shifted += value; });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(figures), 50)));
})`;
