import { excerpt } from './excerpt.ts';
import { isolated } from './isolated.ts';
import { html, type Markup, trusted } from './markup.ts';
import { masthead, tiles } from './masthead.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import type { ReportInput, ReportOptions } from './report-input.ts';
import { reportSections } from './report-sections.ts';
import type { Section } from './section.ts';
import { securityPolicy } from './security-policy.ts';
import { stylesheet } from './stylesheet.ts';

/**
 * Writes a report as one HTML page that needs nothing else: no script, no server, no request. What the
 * input does not hold is left out of the page.
 *
 * The same input gives the same bytes, whatever the host's zone and language.
 *
 * ```ts
 * import { renderReport } from '@affiche/report';
 * import { defineStrategy } from '@affiche/strategy';
 *
 * const strategy = defineStrategy({
 *   id: 'bakery', client: { name: 'Aub\u00e9pine', kind: 'company' }, zone: 'Europe/Paris',
 *   language: 'en', currency: 'EUR', period: { from: '2027-01-04', to: '2027-03-28' },
 *   objectives: [], channels: [], pillars: [], budget: { total: '1800.00 EUR' },
 * });
 * renderReport({ strategy }).includes('<h1 dir="auto">Aub\u00e9pine</h1>'); // => true
 * ```
 *
 * @throws `ConfigurationError` `invalid-theme` for a theme that may not enter the page.
 */
export function renderReport(input: ReportInput, options: ReportOptions = {}): string {
  const context = reportContext(input, options);
  const { words, formats, theme } = context;
  const { period } = input.strategy;
  const title = `${input.strategy.client.name} \u00b7 ${words.eyebrow}`;
  const style = stylesheet(theme, pageFoot(context));
  const sections = reportSections(context);
  const page = html`<!doctype html>
    <html lang="${formats.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${securityPolicy(style)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="description" content="${title}, ${formats.dates(period.from, period.to)}" />
        <title>${title}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        ${masthead(context)}
        <div class="frame">
          ${tiles(context)}
          <div class="columns">
            <nav class="contents" aria-label="${words.contents}">
              <ol>
                ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
              </ol>
            </nav>
            <main id="main" tabindex="-1">${sections.map(sectionMarkup)}</main>
          </div>
        </div>
        ${footer(context)}
      </body>
    </html> `;
  return page.markup;
}

function sectionMarkup({ id, title, body }: Section, index: number): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      <span class="index" aria-hidden="true">${String(index + 1).padStart(2, '0')}</span>${title}
    </h2>
    ${body()}
  </section> `;
}

// What tells a loose sheet of paper from another client's.
function pageFoot({ input, formats, theme }: ReportContext): string {
  const { client, period } = input.strategy;
  return [theme.agency, client.name, formats.dates(period.from, period.to)]
    .filter((part) => part !== undefined)
    .map((part) => isolated(excerpt(part, 50)))
    .join(' \u00b7 ');
}

function footer({ theme, words }: ReportContext): Markup | undefined {
  if (theme.agency === undefined && theme.footer === undefined) return undefined;
  return html`<footer>
    ${theme.agency !== undefined && html`<p>${words.preparedBy(theme.agency)}</p>`}
    ${theme.footer !== undefined && html`<p dir="auto">${theme.footer}</p>`}
  </footer>`;
}
