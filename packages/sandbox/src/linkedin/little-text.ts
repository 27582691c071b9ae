const token =
  /\\([\\|{}@[\]()<>#*_~])|@\[((?:\\.|[^\]\\])*)\]\(urn:li:\w+:[\w-]+\)|\{hashtag\|\\?#\|((?:\\.|[^}\\])*)\}|(#[\p{L}\p{N}\p{M}]+)|([^\\|{}@[\]()<>#*_~])/uy;

/** What readers see of a text in the "little" format: at a stray reserved character it ends, silently. */
export function readLittleText(commentary: string): string {
  let seen = '';
  token.lastIndex = 0;
  for (let match = token.exec(commentary); match; match = token.exec(commentary)) {
    const [, single, name, tag, hashtag, plain] = match;
    if (tag !== undefined) seen += `#${bare(tag)}`;
    else seen += single ?? (name === undefined ? (hashtag ?? plain ?? '') : bare(name));
  }
  return seen;
}

function bare(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1');
}
