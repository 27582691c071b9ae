import { renderReport } from '@affiche/report';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const page = (html: string) => parseHTML(html).document;
const idsIn = (document: ReturnType<typeof page>) =>
  [...document.querySelectorAll('[id]')].map((element) => element.id);

describe('renderReport', () => {
  const html = renderReport(bakery());
  const document = page(html);
  const french = page(renderReport(bakery(), { language: 'fr' }));

  it('gives the same bytes for the same input', () => {
    expect(renderReport(bakery())).toBe(html);
  });

  it('asks for nothing outside the page and allows nothing but its own style', () => {
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src data:;/,
    );
    expect(document.querySelectorAll('script, link, iframe, [style], [src^="http"]')).toHaveLength(
      0,
    );
    expect(document.querySelectorAll('style')).toHaveLength(1);
  });

  it('gives every drawing a name and a description that exist', () => {
    const drawings = [...document.querySelectorAll('svg[role="img"]')];
    const named = Map.groupBy(idsIn(document), (id) => id);
    expect(drawings.length).toBeGreaterThan(10);
    for (const drawing of drawings) {
      const ids = drawing.getAttribute('aria-labelledby')?.split(' ') ?? [];
      expect(ids.map((id: string) => named.get(id)?.length)).toEqual([1, 1]);
    }
  });

  it('names every element once', () => {
    const ids = idsIn(document);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a section for each link of its contents', () => {
    const targets = [...document.querySelectorAll('.contents a')].map((link) =>
      link.getAttribute('href')?.slice(1),
    );
    expect(targets).toEqual(
      [...document.querySelectorAll('main > section')].map((section: { id: string }) => section.id),
    );
  });

  it('says in words what the scorecard says in shapes', () => {
    const text = document.querySelector('#scorecard')?.textContent ?? '';
    expect(text).toContain('On track');
    expect(text).toContain('Behind');
    expect(text).toContain('Not measured');
    expect(text).toContain('Pace for today: 1,420.');
  });

  it('shows a figure that nobody gave as a dash, never as zero', () => {
    const orders = document.querySelector('#objective-orders .now')?.textContent ?? '';
    expect(orders).toContain('\u2013');
    expect(orders).not.toMatch(/^\s*0/);
  });

  it('names KPIs and caveats in French, and marks what is left in English', () => {
    const marked = (report: typeof french) =>
      [...report.querySelectorAll(':is(#scorecard, #costs, #method) [lang="en"]')].map(
        ({ textContent }) => textContent,
      );
    expect(marked(document).length).toBeGreaterThan(0);
    expect(marked(french)).toEqual([]);
    const text = french.querySelector('main')?.textContent ?? '';
    expect(text).toContain('Les comptes sont additionnés sans ôter');
    expect(text).toContain('Retour sur investissement');
    expect(text).toContain('Dernier contact');
    expect(text).not.toContain('Accounts are added');
  });

  it('speaks French when the strategy does, or when asked', () => {
    const { strategy, ...rest } = bakery();
    expect(renderReport({ ...rest, strategy: { ...strategy, language: 'fr-CA' } })).toContain(
      '<html lang="fr">',
    );
    expect(french.querySelector('#calendar h2')?.textContent).toContain('Calendrier');
    expect(french.querySelector('main')?.textContent).toContain('Semaine du 1er f\u00e9vrier 2027');
  });
});
