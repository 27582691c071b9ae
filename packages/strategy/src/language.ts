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

const numbers = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 3 }),
  fr: new Intl.NumberFormat('fr', { maximumFractionDigits: 3 }),
};

/** Writes a text in one language, with its values filled in and its numbers as people write them. */
export function write(text: Text, language: Language, values: TextValues = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return typeof value === 'number' ? numbers[language].format(value) : value;
  });
}
