import { renderReport } from '@affiche/report';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bakery } from '../test/bakery.ts';
import { largeReport } from '../test/large-report.ts';
import { accessibilityFindings, launchChromium, openReport } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
});

const arabic = 'مخبز الزعرور: خبز طازج كل صباح';
const endless = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(8);

function strange(name: string) {
  const input = bakery();
  const { strategy, calendar, scorecard } = input;
  if (!calendar || !scorecard) throw new Error('the bakery has them');
  return {
    ...input,
    strategy: {
      ...strategy,
      client: { ...strategy.client, name },
      pillars: strategy.pillars.map((pillar) => Object.assign({}, pillar, { name })),
    },
    scorecard: {
      ...scorecard,
      rows: scorecard.rows.map((row) => Object.assign({}, row, { name })),
    },
    calendar: {
      ...calendar,
      publications: calendar.publications.map((each, index) =>
        Object.assign({}, each, {
          account: { platform: `network-${index}`, id: name, handle: name },
          draft: { ...each.draft, items: [{ text: name, media: [], role: 'post' as const }] },
        }),
      ),
    },
    previews: {},
  };
}

describe.each([
  ['right-to-left text', renderReport(strange(arabic))],
  ['words without an end', renderReport(strange(endless))],
  ['a strategy alone', renderReport({ strategy: bakery().strategy })],
])('a report of %s', (_, html) => {
  it.each([360, 1440])(
    'fits a screen of %i pixels, and axe finds nothing',
    async (width) => {
      await using report = await openReport(browser, html, { width, scheme: 'light' });
      expect(report.messages).toEqual([]);
      await report.page.evaluate(
        `document.querySelectorAll('details').forEach((each) => (each.open = true))`,
      );
      expect(await report.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await accessibilityFindings(report.page)).toEqual([]);
    },
    60_000,
  );
});

describe('a report of 10,000 posts', () => {
  it('opens, unfolds a week and keeps to its width', async () => {
    const html = renderReport(largeReport(10_000));
    await using report = await openReport(browser, html, { width: 360, scheme: 'light' });
    const { page } = report;
    expect(report.messages).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    // A day with more posts than its cell can hold leads to all of them.
    await page.locator('.month .more a').nth(40).click();
    await page.waitForFunction(`document.querySelector(location.hash)?.checkVisibility()`);
  }, 60_000);
});
