import { renderReport } from '@affiche/report';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakery } from '../test/bakery.ts';
import { accessibilityFindings, launchChromium, openReport } from './chromium.ts';
import { pageFaults, slowLoad } from './page-faults.ts';

const html = renderReport(bakery());
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

describe.each(
  [360, 768, 1440].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
  ),
)('a report on a $scheme screen $width pixels wide', (screen) => {
  it('loads without a word on the console and without a request, and lacks nothing', async () => {
    await using report = await openReport(browser, html, screen);
    expect(report.messages).toEqual([]);
    expect(report.requests).toHaveLength(1);
    expect(await pageFaults(report.page)).toEqual([]);
  });

  it('gives axe nothing to find, folded or unfolded', async () => {
    await using report = await openReport(browser, html, screen);
    expect(await accessibilityFindings(report.page)).toEqual([]);
    await report.page.evaluate(
      `document.querySelectorAll('details').forEach((each) => (each.open = true))`,
    );
    expect(await accessibilityFindings(report.page)).toEqual([]);
  }, 60_000);

  it('never scrolls sideways', async () => {
    await using report = await openReport(browser, html, screen);
    await report.page.evaluate(
      `document.querySelectorAll('details').forEach((each) => (each.open = true))`,
    );
    expect(await report.page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
  });
});

describe('a report on a slow phone', () => {
  it('is there at once, stays where it is, and weighs little', async () => {
    await using report = await openReport(browser, html, { width: 360, scheme: 'light' });
    const { largestPaint, blocked, shifted } = await slowLoad(report.page);
    expect(largestPaint).toBeLessThan(2500);
    expect(blocked).toBeLessThan(600);
    expect(shifted).toBeLessThan(0.01);
    expect(html.length).toBeLessThan(400_000);
  }, 60_000);
});

describe('a report for readers with settings of their own', () => {
  it('reflows at four times its size, keeps still, and takes the colours of the system', async () => {
    await using report = await openReport(browser, html, { width: 320, scheme: 'light' });
    const { page } = report;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
    expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe(
      'auto',
    );
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
  }, 60_000);
});

describe('a report under the keyboard', () => {
  it('leads from the skip link into the report', async () => {
    await using report = await openReport(browser, html, { width: 1440, scheme: 'light' });
    const { page } = report;
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('reaches every link, every fold and every table that scrolls, in order', async () => {
    await using report = await openReport(browser, html, { width: 360, scheme: 'light' });
    const { page } = report;
    const expected = await page.evaluate(
      `[...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length`,
    );
    const seen: unknown[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(
        `(() => { const each = document.activeElement; each.dataset.seen = (each.dataset.seen ?? '') + 'x'; return each === document.body || each.dataset.seen.length > 1 ? null : each.tagName; })()`,
      );
      if (here === null) break;
      seen.push(here);
    }
    expect(seen).toHaveLength(expected as number);
  });

  it('unfolds the numbers behind a chart', async () => {
    await using report = await openReport(browser, html, { width: 1440, scheme: 'light' });
    const { page } = report;
    await page.focus('#chart-best-times summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#chart-best-times table.data', { state: 'visible' });
    expect(await page.locator('#chart-best-times tbody tr').count()).toBe(24);
  });
});

describe('a report on paper', () => {
  it('is light, even where the screen is dark', async () => {
    await using report = await openReport(browser, html, { width: 1440, scheme: 'dark' });
    const paper = `getComputedStyle(document.documentElement).getPropertyValue('--paper')`;
    expect(await report.page.evaluate(paper)).toBe('#171412');
    await report.page.emulateMedia({ media: 'print' });
    expect(await report.page.evaluate(paper)).toBe('#faf6ef');
  });

  it('fills the pages of a PDF: half-empty ones would be more than these', async () => {
    await using report = await openReport(browser, html, { width: 1440, scheme: 'dark' });
    const pdf = await report.page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(12);
  });
});
