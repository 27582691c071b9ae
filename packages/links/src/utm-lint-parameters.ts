import type { Severity } from '@affiche/core';
import { hasMacro } from './macro.ts';
import { utmNames } from './utm-parameters.ts';
import { eachParameter, type LintSubject, rule, type UtmRule } from './utm-rule.ts';

const known = Object.values(utmNames);
const misspelt = /^(utm[-.\s]?|umt_|utn_|ut_)(source|medium|campaign|content|term|id)$/i;

/** The rules about which parameters there are. */
export const parameterRules: readonly UtmRule[] = [
  missing('source', 'error', 'Say who sends: utm_source=newsletter.'),
  missing('medium', 'error', 'Say by what means: utm_medium=email.'),
  missing('campaign', 'warning', 'Say what for: utm_campaign=galette-2027.'),
  eachParameter(
    'parameter/duplicate',
    'error',
    ({ name }, index, utm) => utm.findIndex((each) => same(each.name, name)) < index,
    'stands twice.',
    'Keep one.',
  ),
  eachParameter(
    'parameter/case',
    'error',
    ({ name }) => name !== name.toLowerCase(),
    'is not read: names are in lower case.',
    'Write the name in lower case.',
  ),
  eachParameter(
    'parameter/unknown',
    'warning',
    ({ name }) => !known.some((each) => same(each, name)),
    'is unknown to analytics.',
    `Use one of ${known.join(', ')}.`,
  ),
  rule('parameter/misspelt', 'error', ({ parts }) =>
    parts.pairs
      .filter(({ name }) => misspelt.test(name))
      .map(({ name }) => ({
        message: `${name} looks misspelt.`,
        fix: `Write ${name.replace(misspelt, 'utm_$2').toLowerCase()}.`,
      })),
  ),
  eachParameter(
    'parameter/empty',
    'warning',
    ({ value }) => !value.trim(),
    'is empty.',
    'Fill it in.',
  ),
  eachParameter(
    'parameter/not-reported',
    'info',
    ({ name }) => name === utmNames.creativeFormat || name === utmNames.marketingTactic,
    'is collected, yet no report shows it.',
    'Use utm_content.',
  ),
  rule('parameter/after-fragment', 'error', ({ parts }) =>
    /utm_\w+=/i.test(parts.fragment)
      ? [
          {
            message: 'Parameters after # never reach the server.',
            fix: 'Move them before the #.',
          },
        ]
      : [],
  ),
  rule('campaign/unregistered', 'warning', (subject) => {
    const { campaigns } = subject.options;
    const given = [utmValue(subject, 'campaign'), utmValue(subject, 'id')].filter(
      (value) => value && !hasMacro(value),
    );
    return !campaigns || given.length === 0 || given.some((value) => campaigns.includes(value))
      ? []
      : [
          {
            message: `No campaign is called ${given.join(' or ')}.`,
            measured: given.join(', '),
            fix: 'Use a campaign that exists.',
          },
        ];
  }),
  counted(
    'medium/unassigned',
    'medium',
    (medium, channel) => !hasMacro(medium) && channel === 'Unassigned',
    'Use social, email, cpc, paid-social or referral.',
  ),
  counted(
    'medium/paid-counted-as-organic',
    'medium',
    (medium, channel) =>
      /sponsor|boost|promot|advert|^ads?$|influen/i.test(medium) && channel.startsWith('Organic'),
    'Use paid-social or the like.',
  ),
  counted(
    'source/swapped-with-medium',
    'source',
    (source) =>
      /^(cpc|cpm|ppc|social|email|referral|organic|display|banner|affiliate|paid[-_]?\w*)$/i.test(
        source,
      ),
    'This is a medium: say who sends.',
  ),
];

function missing(key: 'source' | 'medium' | 'campaign', severity: Severity, fix: string): UtmRule {
  return rule(`${key}/missing`, severity, ({ utm }) =>
    utm.some(({ name }) => same(name, utmNames[key]))
      ? []
      : [{ message: `${utmNames[key]} is missing.`, fix }],
  );
}

/** A rule about how visits will be counted. */
function counted(
  name: string,
  key: 'source' | 'medium',
  isBad: (value: string, channel: string) => boolean,
  fix: string,
): UtmRule {
  return rule(name, 'warning', (subject) => {
    const value = utmValue(subject, key);
    const message = `Visits with the ${key} "${value}" are counted as ${subject.channel}.`;
    return value && isBad(value, subject.channel) ? [{ message, measured: value, fix }] : [];
  });
}

function utmValue({ utm }: LintSubject, key: keyof typeof utmNames): string {
  return utm.find(({ name }) => same(name, utmNames[key]))?.value ?? '';
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
