/** Text that is HTML already: everything else is escaped when it enters a page. */
export interface Markup {
  readonly markup: string;
}

/** What may stand between tags. `undefined` and `false` leave nothing. */
export type Content = Markup | string | number | undefined | false | readonly Content[];

/** Writes HTML. Every value is escaped, unless it is {@link Markup} itself. */
export function html(template: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const parts = withoutIndent(template);
  let markup = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    markup += write(value) + (parts[index + 1] ?? '');
  }
  return { markup };
}

const shortened = new WeakMap<TemplateStringsArray, readonly string[]>();

// Indentation is for readers of the source; over ten thousand posts it would be megabytes.
function withoutIndent(template: TemplateStringsArray): readonly string[] {
  const known = shortened.get(template);
  if (known) return known;
  const parts = template.map((part) => part.replaceAll(/\s*\n\s*/g, '\n'));
  shortened.set(template, parts);
  return parts;
}

/** Takes text that is known to be safe HTML, such as a drawn chart. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Makes text safe between tags and inside quoted attributes. */
export function escapeText(text: string): string {
  // Control characters have no place in HTML, lone surrogates none in UTF-8.
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function write(value: Content): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === false) return '';
  if ('markup' in value) return value.markup;
  let markup = '';
  for (const part of value) markup += write(part);
  return markup;
}
