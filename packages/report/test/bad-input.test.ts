import { ConfigurationError } from '@affiche/core';
import { renderReport, reportTables } from '@affiche/report';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const hostile = `<img src=x onerror=alert(1)> "quoted" 'single' & </style></svg> \u0000 \ud800`;

describe('a report of odd input', () => {
  it('shows a strategy alone', () => {
    const { document } = parseHTML(renderReport({ strategy: bakery().strategy }));
    expect(document.querySelector('h1')?.textContent).toBe('Boulangerie Aub\u00e9pine');
  });

  it('shows an empty plan, an empty scorecard and no readings', () => {
    const { strategy, calendar } = bakery();
    if (!calendar) throw new Error('the bakery has a calendar');
    const html = renderReport({
      strategy: { ...strategy, objectives: [], pillars: [], channels: [] },
      calendar: { ...calendar, publications: [] },
      readings: [],
      scorecard: { asOf: '2027-01-04T00:00:00Z', rows: [] },
      findings: [],
    });
    expect(html).toContain('Nothing is planned yet.');
    expect(html).toContain('No objective has been measured yet.');
  });

  it('lets no name or text become markup', () => {
    const { strategy, calendar, scorecard } = bakery();
    const [first] = calendar?.publications ?? [];
    const [row] = scorecard?.rows ?? [];
    if (!calendar || !first || !row || !scorecard) throw new Error('the bakery has them');
    const html = renderReport({
      strategy: {
        ...strategy,
        client: { ...strategy.client, name: hostile },
        pillars: [{ id: hostile, name: hostile, share: 1, objectives: [], audiences: [] }],
        budget: {
          ...strategy.budget,
          lines: [
            { id: hostile, kind: 'ads', name: hostile, amount: { minor: 100, currency: 'EUR' } },
          ],
        },
      },
      calendar: {
        ...calendar,
        publications: [
          {
            ...first,
            id: hostile,
            account: { platform: hostile, id: hostile, handle: hostile },
            draft: {
              ...first.draft,
              pillar: hostile,
              items: [{ text: hostile, media: [], role: 'post' }],
            },
          },
        ],
        unplaced: [{ draft: first.draft, reason: hostile }],
      },
      scorecard: { ...scorecard, rows: [{ ...row, objective: hostile, name: hostile }] },
      findings: [
        {
          rule: 'a/b',
          severity: 'error',
          path: [hostile],
          message: hostile,
          fix: hostile,
          source: { url: 'javascript:alert(1)', verifiedAt: '2026-11-21' },
        },
      ],
    });
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('img, script, [onerror]')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(document.querySelectorAll('a[href^="javascript"]')).toHaveLength(0);
    expect(html).not.toContain('<img');
    expect(html.isWellFormed()).toBe(true);
    expect(html).not.toContain('\u0000');
  });

  it('counts networks when nobody could read all their names', () => {
    const { strategy, calendar } = bakery();
    const [model] = calendar?.publications ?? [];
    if (!calendar || !model) throw new Error('the bakery has a calendar');
    const channels = Array.from({ length: 1000 }, (_, index) =>
      Object.assign({}, strategy.channels[0], {
        account: { platform: `network-${index}`, id: String(index) },
      }),
    );
    const publications = channels.map(({ account }, index) =>
      Object.assign({}, model, { id: `${index}`, account }),
    );
    const html = renderReport({
      strategy: { ...strategy, channels },
      calendar: { ...calendar, publications },
    });
    expect(html).toContain('1,000 posts on 1,000 networks in 12 weeks.');
    expect(html.length).toBeLessThan(500_000);
  });

  it('says once what a rule found five hundred times, and keeps every case in the table', () => {
    const findings = Array.from({ length: 500 }, (_, index) => ({
      rule: 'mastodon/text/length',
      severity: 'warning' as const,
      path: ['publications', index],
      message: 'The text is too long.',
      fix: 'Shorten it.',
    }));
    const input = { strategy: bakery().strategy, findings };
    const { document } = parseHTML(renderReport(input));
    expect(document.querySelectorAll('.finding .badge')).toHaveLength(3);
    expect(document.querySelector('#findings')?.textContent).toContain('And 497 more');
    expect(reportTables(input).find(({ id }) => id === 'findings')?.rows).toHaveLength(500);
  });

  it('refuses a theme that could break out of the style sheet', () => {
    const { strategy } = bakery();
    for (const theme of [
      { accent: 'red;}' },
      { headingFont: 'x}</style><script>' },
      { logo: { source: 'https://tracker.example/pixel.png', alt: 'Logo' } },
    ]) {
      expect(() => renderReport({ strategy }, { theme })).toThrow(ConfigurationError);
    }
  });
});
