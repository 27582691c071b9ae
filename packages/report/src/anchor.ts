/** Makes an id that may stand in an attribute, a link and a file name, and stays different where ids are. */
export function anchor(...parts: readonly string[]): string {
  return parts
    .map((part) =>
      part
        .toWellFormed()
        .replaceAll(
          /[^A-Za-z0-9-]/gu,
          (character) => `_${character.codePointAt(0)?.toString(36)}_`,
        ),
    )
    .join('-');
}
