import type { Severity } from '@affiche/core';
import type { QueryPair } from './link-parts.ts';
import { hasMacro, outsideMacros } from './macro.ts';
import { namesPersonalData, personalDataIn } from './personal-data.ts';
import type { UtmRule } from './utm-lint-rules.ts';

const longestValue = 500;
const reserved =
  /^\((direct|none|not set|not provided|other|organic|referral|cross-network|ai-assistant)\)$/i;
// Names of platforms are read by their own tools.
const platform = 'utm_source_platform';

/** The rules about how values are written. */
export const valueRules: readonly UtmRule[] = [
  {
    rule: 'utm/value/personal-data',
    severity: 'error',
    look: ({ parts }) =>
      parts.pairs.flatMap(({ name, value }) => {
        const found = personalDataIn(value) ?? (namesPersonalData(name) && value ? 'person' : '');
        // The value itself is not repeated: findings are logged too.
        return found
          ? [
              {
                message: `${name} seems to hold personal data (${found}).`,
                fix: 'Use an id that only you can resolve.',
              },
            ]
          : [];
      }),
  },
  value(
    'uppercase',
    'warning',
    ({ name, value }) => name !== platform && /\p{Lu}/u.test(outside(value)),
    'has capital letters: reports count Facebook and facebook apart.',
    'Write it in lower case.',
  ),
  value(
    'space',
    'warning',
    ({ name, value }) => name !== platform && name !== 'utm_term' && /\s/.test(outside(value)),
    'has spaces.',
    'Write hyphens instead.',
  ),
  value(
    'characters',
    'info',
    ({ name, value }) => name !== platform && /[^\p{L}\p{N}\s._~|:()+-]/u.test(outside(value)),
    'has signs that tools write in different ways.',
    'Use letters, digits, hyphens, dots and underscores.',
  ),
  value(
    'double-encoding',
    'error',
    ({ raw }) => /%25[0-9a-f]{2}/i.test(raw),
    'was percent-encoded twice.',
    'Encode it once.',
  ),
  value(
    'broken-encoding',
    'error',
    ({ raw }) => /%(?![0-9a-f]{2})/i.test(outside(raw)),
    'has a % that begins no code.',
    'Write %25 for a percent sign.',
  ),
  value(
    'encoded-macro',
    'error',
    ({ raw, value }) => !hasMacro(raw) && hasMacro(value),
    'has a percent-encoded placeholder: nobody will fill it in.',
    'Write the placeholder as it is.',
  ),
  {
    rule: 'utm/value/too-long',
    severity: 'error',
    look: ({ utm }) =>
      utm
        .filter(({ value }) => value.length > longestValue)
        .map(({ name, value }) => ({
          message: `${name} is too long.`,
          measured: value.length,
          limit: longestValue,
          unit: 'characters',
          fix: 'Shorten it.',
        })),
  },
  value(
    'placeholder',
    'warning',
    ({ value }) =>
      /^(todo|tbd|xxx+|test|undefined|null|nan|n\/a|your[-_ ].*|\[.*\]|<.*>|%s)$/i.test(value),
    'is still a stand-in.',
    'Fill it in.',
  ),
  value(
    'reserved',
    'error',
    ({ value }) => reserved.test(value),
    'is a word that analytics writes itself.',
    'Use a name of your own.',
  ),
  value(
    'address',
    'warning',
    ({ value }) => /^((https?:)?\/\/|www\.)/i.test(value),
    'is a web address.',
    'Write a short name instead.',
  ),
];

/** A rule that looks at each campaign parameter by itself. */
function value(
  name: string,
  severity: Severity,
  isBad: (pair: QueryPair) => boolean,
  complaint: string,
  fix: string,
): UtmRule {
  return {
    rule: `utm/value/${name}`,
    severity,
    look: ({ utm }) =>
      utm
        .filter(isBad)
        .map(({ name, value }) => ({ message: `${name} ${complaint}`, measured: value, fix })),
  };
}

function outside(value: string): string {
  let rest = '';
  outsideMacros(value, (part) => {
    rest += part;
    return part;
  });
  return rest;
}
