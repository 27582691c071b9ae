/** One `name=value` of a query, as it was written and as it reads. */
export interface QueryPair {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/** A link cut at its `?` and `#`, each part as it was written. */
export interface LinkParts {
  readonly base: string;
  readonly pairs: readonly QueryPair[];
  readonly fragment: string;
}

/** Cuts a link without rewriting a byte: `URLSearchParams` would change `%20`, macros and bare names. */
export function splitLink(link: string): LinkParts {
  const [beforeFragment = '', ...fragments] = link.split('#');
  const [base = '', ...queries] = beforeFragment.split('?');
  return { base, pairs: queryPairs(queries.join('?')), fragment: fragments.join('#') };
}

/** Puts the parts together again. */
export function joinLink({ base, pairs, fragment }: LinkParts): string {
  const query = pairs.map(({ raw }) => raw).join('&');
  return `${base}${query && `?${query}`}${fragment && `#${fragment}`}`;
}

/** Reads `a=1&b=2`. */
function queryPairs(query: string): QueryPair[] {
  return query
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const [name = '', ...values] = raw.split('=');
      return { raw, name: decode(name), value: decode(values.join('=')) };
    });
}

/** What a percent-encoded text reads as; the text itself when it is not well encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
