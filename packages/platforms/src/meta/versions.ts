import type { Finding, PlainDate, Source } from '@affiche/core';

/** The version that is spoken unless a setting names another. */
export const defaultVersion = 'v25.0';

const source: Source = {
  url: 'https://developers.facebook.com/docs/graph-api/changelog',
  verifiedAt: '2026-11-21',
};

/** The versions of the Graph API that Meta lists, and the day on which each stops; `null` where none is set. */
export const graphVersions: Readonly<Record<string, PlainDate | null>> = {
  'v26.0': null,
  'v25.0': '2028-07-29',
  'v24.0': '2028-02-18',
  'v23.0': '2027-10-08',
  'v22.0': '2027-05-20',
  'v21.0': '2027-01-21',
  'v20.0': '2026-09-24',
};

const warnBeforeDays = 90;
const dayMilliseconds = 86_400_000;

/** What the check of a version depends on. */
export interface VersionCheck {
  /** The platform's id, which rules begin with. */
  readonly platform: string;
  readonly version: string;
  /** Without a day nothing is known of the time that is left. */
  readonly today?: PlainDate | undefined;
  /** The version that answered last, where somebody asked. */
  readonly answeredBy?: string | undefined;
}

/**
 * Warns of a version of the Graph API from 90 days before it stops, and of one that did. Meta then
 * answers as the oldest version that is left, in words that may have changed.
 */
export function checkGraphVersion({
  platform,
  version,
  today,
  answeredBy,
}: VersionCheck): Finding[] {
  const common = { path: ['version'], measured: version, source };
  const fix = `Set version of the adapter to "${defaultVersion}" or newer, and try it out.`;
  if (!/^v\d{1,3}\.\d$/.test(version)) {
    const message = `"${version}" is no version of the Graph API.`;
    return [{ ...common, rule: `${platform}/version/format`, severity: 'error', message, fix }];
  }
  const sunset = graphVersions[version];
  const replaced = answeredBy !== undefined && answeredBy !== version;
  // Days are moved at times: a version that answered as itself is there.
  const stopped = answeredBy !== version && today !== undefined && sunset && today >= sunset;
  if (replaced || stopped) {
    const message = `Version ${version} stopped${sunset ? ` on ${sunset}` : ''}${replaced ? `; ${answeredBy} answers in its place` : ''}.`;
    return [{ ...common, rule: `${platform}/version/sunset`, severity: 'error', message, fix }];
  }
  if (today === undefined || !sunset) return [];
  const days = Math.round((Date.parse(sunset) - Date.parse(today)) / dayMilliseconds);
  if (days > warnBeforeDays) return [];
  const message = `Version ${version} stops on ${sunset}${days > 0 ? `, in ${days} days` : ', and still answers'}.`;
  return [{ ...common, rule: `${platform}/version/ageing`, severity: 'warning', message, fix }];
}
