import type { Finding, PlainDate, Source } from '@affiche/core';

/** The version that is spoken unless a setting names another. */
export const defaultVersion = '202609';

const source: Source = {
  url: 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning',
  verifiedAt: '2026-11-21',
};

// The days that LinkedIn announced. There never was a 202512.
const announced: Readonly<Record<string, PlainDate>> = {
  '202509': '2026-09-15',
  '202510': '2026-10-15',
  '202511': '2026-11-16',
  '202601': '2027-01-15',
  '202602': '2027-02-15',
  '202603': '2027-03-16',
};

const warnAfterMonths = 9;

/** The day on which a version stops: as announced, or a year after its month, as all did so far. */
function sunsetOf(version: string): PlainDate {
  return announced[version] ?? `${Number(version.slice(0, 4)) + 1}-${version.slice(4)}-15`;
}

/** Warns of a version that will stop soon, and refuses one that did. Without a day nothing is known. */
export function checkVersion(version: string, today: PlainDate | undefined): Finding[] {
  const common = { path: ['apiVersion'], measured: version, source };
  if (!/^20\d\d(?:0[1-9]|1[0-2])$/.test(version)) {
    return [
      {
        ...common,
        rule: 'linkedin/version/format',
        severity: 'error',
        message: `"${version}" is no year and month.`,
        fix: `Set apiVersion to such as "${defaultVersion}".`,
      },
    ];
  }
  if (today === undefined) return [];
  const sunset = sunsetOf(version);
  if (today >= sunset) {
    return [
      {
        ...common,
        rule: 'linkedin/version/sunset',
        severity: 'error',
        message: `Version ${version} stopped on ${sunset}.`,
        fix: 'Set apiVersion to a newer month.',
      },
    ];
  }
  const months =
    (Number(today.slice(0, 4)) - Number(version.slice(0, 4))) * 12 +
    (Number(today.slice(5, 7)) - Number(version.slice(4)));
  if (months <= warnAfterMonths) return [];
  return [
    {
      ...common,
      rule: 'linkedin/version/ageing',
      severity: 'warning',
      message: `Version ${version} is ${months} months old and stops on ${sunset}.`,
      fix: 'Set apiVersion to a newer month before then.',
    },
  ];
}
