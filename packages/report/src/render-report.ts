import { formatsOf, type ReportLanguage } from './formats.ts';
import { html, trusted } from './markup.ts';
import { masthead, tiles } from './masthead.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportInput, ReportOptions } from './report-input.ts';
import type { Section } from './section.ts';
import { calendarSection } from './sections/calendar.ts';
import { costsSection } from './sections/costs.ts';
import { findingsSection } from './sections/findings.ts';
import { methodSection } from './sections/method.ts';
import { scorecardSection } from './sections/scorecard.ts';
import { summarySection } from './sections/summary.ts';
import { timingSection } from './sections/timing.ts';
import { trendsSection } from './sections/trends.ts';
import { securityPolicy } from './security-policy.ts';
import { stylesheet } from './stylesheet.ts';
import { readTheme } from './theme.ts';
import { english, type Wording } from './wording/english.ts';
import { french } from './wording/french.ts';

export function renderReport(input: ReportInput, options: ReportOptions = {}): string {
  const context = reportContext(input, options);
  const { words, formats } = context;
  const theme = readTheme(options.theme ?? {});
  const style = stylesheet(theme);
  const sections = reportSections(context);
  const title = `${input.strategy.client.name} \u00b7 ${words.eyebrow}`;
  const page = html`<!doctype html>
    <html lang="${formats.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${securityPolicy(style)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta
          name="color-scheme"
          content="${theme.appearance === 'auto' ? 'light dark' : theme.appearance}"
        />
        <title>${title}</title>
        ${trusted(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        ${masthead(context, theme)}
        <div class="frame">
          ${tiles(context)}
          <div class="columns">
            <nav class="contents" aria-label="${words.contents}">
              <ol>
                ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
              </ol>
            </nav>
            <main id="main" tabindex="-1">
              ${sections.map(
                ({ id, title, body }, index) =>
                  html`<section id="${id}" aria-labelledby="${id}-title">
                    <h2 id="${id}-title">
                      <span class="index" aria-hidden="true"
                        >${String(index + 1).padStart(2, '0')}</span
                      >${title}
                    </h2>
                    ${body}
                  </section> `,
              )}
            </main>
          </div>
        </div>
        <footer>
          ${theme.agency !== undefined && html`<p>${words.preparedBy(theme.agency)}</p>`}${
            theme.footer !== undefined && html`<p dir="auto">${theme.footer}</p>`
          }
        </footer>
      </body>
    </html> `;
  return page.markup;
}

function reportContext(input: ReportInput, options: ReportOptions): ReportContext {
  const language: ReportLanguage =
    options.language ?? (/^fr\b/i.test(input.strategy.language) ? 'fr' : 'en');
  return { input, words: wordings[language], formats: formatsOf(language) };
}

const wordings = { en: english, fr: french } as const satisfies Record<ReportLanguage, Wording>;

function reportSections(context: ReportContext): Section[] {
  return [
    summarySection,
    scorecardSection,
    trendsSection,
    timingSection,
    calendarSection,
    costsSection,
    findingsSection,
    methodSection,
  ]
    .map((section) => section(context))
    .filter((section) => section !== undefined);
}
