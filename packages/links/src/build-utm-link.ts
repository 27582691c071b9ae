import { ConfigurationError } from '@affiche/core';
import { joinLink, type QueryPair, splitLink } from './link-parts.ts';
import { outsideMacros } from './macro.ts';
import { personalDataIn } from './personal-data.ts';
import { UtmParameters, utmNames } from './utm-parameters.ts';

/** How a link is tagged. */
export interface BuildUtmLinkOptions {
  /**
   * What happens to campaign parameters that the link already has.
   *
   * @defaultValue 'replace'
   */
  readonly existing?: 'replace' | 'keep';
  /**
   * How values are written: `slug` in lower case, without accents, with hyphens for spaces, because
   * reports count `Facebook` and `facebook` apart; `verbatim` as they come.
   *
   * @defaultValue 'slug'
   */
  readonly values?: 'slug' | 'verbatim';
}

/**
 * Tags a link for a campaign. The rest of its query and its fragment stay as they were, to the byte,
 * and placeholders of advertising systems are left alone.
 *
 * ```ts
 * import { buildUtmLink } from '@affiche/links';
 *
 * const link = buildUtmLink('https://example.com/galette?size=8#order', {
 *   source: 'Facebook',
 *   medium: 'paid social',
 *   campaign: 'Galette des rois',
 *   id: '{{campaign.id}}',
 * });
 * link.slice(0, 59); // => 'https://example.com/galette?size=8&utm_source=facebook&utm_'
 * link.slice(-36); // => 'e-des-rois&utm_id={{campaign.id}}#order'.slice(-36)
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-link` for what is no web address; `invalid-utm` without
 *   source or medium, or with an empty value; `personal-data-in-link`
 *   for a value, given or in the query already, that seems to be an e-mail address or a telephone
 *   number: campaign links end up in logs and in other people's reports.
 */
export function buildUtmLink(
  link: string,
  parameters: UtmParameters,
  { existing = 'replace', values = 'slug' }: BuildUtmLinkOptions = {},
): string {
  refuseUnlessWebAddress(link);
  const { base, pairs, fragment } = splitLink(link);
  const given = read(parameters);
  const added = (Object.entries(utmNames) as [keyof UtmParameters, string][]).flatMap(
    ([key, name]) => {
      const value = given[key];
      return value === undefined ? [] : [pair(name, values === 'slug' ? slug(value) : value)];
    },
  );
  const present = new Set(pairs.map(({ name }) => name));
  const names = new Set(added.map(({ name }) => name));
  const kept = existing === 'keep' ? pairs : pairs.filter(({ name }) => !names.has(name));
  const fresh = existing === 'keep' ? added.filter(({ name }) => !present.has(name)) : added;
  kept.forEach(refusePersonalData);
  return joinLink({ base, pairs: [...kept, ...fresh], fragment });
}

function read(parameters: UtmParameters): UtmParameters {
  const { data, error } = UtmParameters.safeParse(parameters);
  if (data) return data;
  const [key = 'source'] = error.issues[0]?.path ?? [];
  const value = (parameters as Readonly<Partial<Record<PropertyKey, unknown>>> | undefined)?.[key];
  throw new ConfigurationError('invalid-utm', {
    message: `${utmNames[key as keyof UtmParameters]} is ${JSON.stringify(value) ?? 'missing'}`,
    hint: 'Give source and medium, and every value as a text that is not empty.',
    details: { parameter: key },
  });
}

function pair(name: string, value: string): QueryPair {
  const made = { name, value, raw: `${name}=${outsideMacros(value, encodeURIComponent)}` };
  refusePersonalData(made);
  return made;
}

function refusePersonalData({ name, value }: QueryPair): void {
  const inName = personalDataIn(name);
  const found = inName ?? personalDataIn(value);
  if (!found) return;
  const parameter = inName ? 'the query' : name;
  throw new ConfigurationError('personal-data-in-link', {
    message: `${parameter} seems to hold personal data (${found}).`,
    hint: 'Use an id that only you can resolve.',
    details: { parameter, found },
  });
}

function slug(value: string): string {
  return outsideMacros(value.trim(), (part) =>
    part
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, '')
      .toLowerCase()
      .replaceAll(/\s+/g, '-'),
  );
}

function refuseUnlessWebAddress(link: string): void {
  if (/^https?:\/\/[^\s/?#]+/i.test(link) && !/\s/.test(link)) return;
  throw new ConfigurationError('invalid-link', {
    message: `"${link}" is not a web address`,
    hint: 'Write it in full, like https://example.com/page.',
    details: { link },
  });
}
