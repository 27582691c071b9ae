import { z } from 'zod';

/** A language that the package speaks to people: English or French. */
export const Language = z.enum(['en', 'fr']);
/** A language that the package speaks to people: English or French. */
export type Language = z.infer<typeof Language>;

/** One sentence in every language of the package; `{name}` stands for a value filled in later. */
export interface Text {
  readonly en: string;
  readonly fr: string;
}

/** What fills the `{name}` places of a text. */
export type TextValues = Readonly<Record<string, string | number>>;

// Made at their first use: nobody should wait for them who only loads the package.
const numbers: { [Key in Language]?: Intl.NumberFormat } = {};

/** Writes a text in one language, with its values filled in and its numbers as people write them. */
export function write(text: Text, language: Language, values: TextValues = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    if (typeof value !== 'number') return value;
    numbers[language] ??= new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
    return numbers[language].format(value);
  });
}
