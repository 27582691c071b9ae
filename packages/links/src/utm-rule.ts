import type { Finding, Severity } from '@affiche/core';
import type { ChannelGroupOptions } from './channel-group.ts';
import type { Channel } from './channel-rules.ts';
import type { LinkParts, QueryPair } from './link-parts.ts';

/** A link that is being looked at. */
export interface LintSubject {
  readonly link: string;
  readonly parts: LinkParts;
  readonly host: string;
  /** The campaign parameters, in the order of the link. */
  readonly utm: readonly QueryPair[];
  /** Where visits will be counted. */
  readonly channel: Channel;
  readonly options: LintUtmOptions;
}

/** What a link is compared with. */
export interface LintUtmOptions extends ChannelGroupOptions {
  /** Hosts of the site itself: campaign parameters on inner links end the visitor's real campaign. */
  readonly internalHosts?: readonly string[];
  /** The campaigns that exist: `utm_campaign` or `utm_id` must be one of them. */
  readonly campaigns?: readonly string[];
  /** Where in a larger value the link stands. */
  readonly path?: Finding['path'];
}

/** What a rule saw. */
interface Observation {
  readonly message: string;
  readonly fix: string;
  readonly measured?: string | number;
  readonly limit?: string | number;
  readonly unit?: string;
}

/** One thing that can be wrong with a campaign link. */
export interface UtmRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly look: (subject: LintSubject) => Observation[];
}

/** A rule that looks for whatever it likes. */
export function rule(name: string, severity: Severity, look: UtmRule['look']): UtmRule {
  return { rule: `utm/${name}`, severity, look };
}

/** A rule that holds for the whole link or does not. */
export function wholeLink(
  name: string,
  severity: Severity,
  isBad: (subject: LintSubject) => boolean | undefined,
  message: string,
  fix: string,
): UtmRule {
  return rule(name, severity, (subject) =>
    isBad(subject) ? [{ message, fix, measured: subject.host }] : [],
  );
}

/** A rule that looks at each campaign parameter by itself. */
export function eachParameter(
  name: string,
  severity: Severity,
  isBad: (pair: QueryPair, index: number, utm: readonly QueryPair[]) => boolean,
  complaint: string,
  fix: string,
): UtmRule {
  return rule(name, severity, ({ utm }) =>
    utm
      .filter(isBad)
      .map(({ name, value }) => ({ message: `${name} ${complaint}`, measured: value, fix })),
  );
}

/** A rule about a length. */
export function atMost(
  name: string,
  severity: Severity,
  limit: number,
  lengths: (subject: LintSubject) => readonly (readonly [what: string, length: number])[],
): UtmRule {
  return rule(name, severity, (subject) =>
    lengths(subject)
      .filter(([, length]) => length > limit)
      .map(([what, length]) => ({
        message: `${what} is too long.`,
        measured: length,
        limit,
        unit: 'characters',
        fix: 'Shorten it.',
      })),
  );
}
