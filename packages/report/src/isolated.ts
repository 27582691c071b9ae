const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name within a sentence: one that runs the other way keeps the quotes and stops around it in their place.
 *
 * @see {@link https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates | UAX 9: directional isolates}
 */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}
