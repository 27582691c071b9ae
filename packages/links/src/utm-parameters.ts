import { z } from 'zod';
import { splitLink } from './link-parts.ts';

const text = z.string().min(1);

/**
 * What a link tells the analytics of a site about itself.
 *
 * @see {@link https://support.google.com/analytics/answer/10917952 | Google Analytics: URL builders}, 2026-11-21
 */
export const UtmParameters = z.object({
  /** Who sends the visitor: `newsletter`, `facebook`. */
  source: text,
  /** By what means: `email`, `social`, `cpc`. The channel hangs on it. */
  medium: text,
  /** What for: `galette-2027`. */
  campaign: text.optional(),
  /** The campaign's id in your books, to join costs with. */
  id: text.optional(),
  /** Which of several links or pictures. */
  content: text.optional(),
  /** The keyword that was paid for. */
  term: text.optional(),
  /** The system that bought the traffic: `Display & Video 360`. */
  sourcePlatform: text.optional(),
  /** Collected by Google Analytics, shown in no report. */
  creativeFormat: text.optional(),
  /** Collected by Google Analytics, shown in no report. */
  marketingTactic: text.optional(),
});
/** What a link tells the analytics of a site about itself. */
export type UtmParameters = z.infer<typeof UtmParameters>;

/** The name of each parameter in a query, in the order in which links are written. */
export const utmNames: Readonly<Record<keyof UtmParameters, string>> = {
  source: 'utm_source',
  medium: 'utm_medium',
  campaign: 'utm_campaign',
  id: 'utm_id',
  content: 'utm_content',
  term: 'utm_term',
  sourcePlatform: 'utm_source_platform',
  creativeFormat: 'utm_creative_format',
  marketingTactic: 'utm_marketing_tactic',
};

/**
 * Reads the campaign parameters of a link. Where one is repeated the first counts.
 *
 * ```ts
 * import { parseUtm } from '@affiche/links';
 *
 * const utm = parseUtm('https://example.com/?utm_source=x&utm_medium=social&page=2');
 * utm; // => { source: 'x', medium: 'social' }
 * ```
 */
export function parseUtm(link: string): Partial<UtmParameters> {
  const { pairs } = splitLink(link);
  const found: Partial<Record<keyof UtmParameters, string>> = {};
  for (const [key, name] of Object.entries(utmNames) as [keyof UtmParameters, string][]) {
    const value = pairs.find((pair) => pair.name === name)?.value;
    if (value) found[key] = value;
  }
  return found;
}
