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

/** Writes a text in one language, with its values filled in. */
export function write(text: Text, language: Language, values: TextValues = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place),
  );
}
