import { hasMacro, outsideMacros } from './macro.ts';
import { namesPersonalData, personalDataIn } from './personal-data.ts';
import { atMost, eachParameter, rule, type UtmRule } from './utm-rule.ts';

const longestValue = 500;
const reserved =
  /^\((direct|none|not set|not provided|other|organic|referral|cross-network|ai-assistant)\)$/i;
// Names of platforms are read by their own tools.
const platform = 'utm_source_platform';

/** The rules about how values are written. */
export const valueRules: readonly UtmRule[] = [
  rule('value/personal-data', 'error', ({ parts }) =>
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
  ),
  eachParameter(
    'value/uppercase',
    'warning',
    ({ name, value }) => name !== platform && /\p{Lu}/u.test(outside(value)),
    'has capital letters, which reports count apart.',
    'Write it in lower case.',
  ),
  eachParameter(
    'value/space',
    'warning',
    ({ name, value }) => name !== platform && name !== 'utm_term' && /\s/.test(outside(value)),
    'has spaces.',
    'Write hyphens.',
  ),
  eachParameter(
    'value/characters',
    'info',
    ({ name, value }) => name !== platform && /[^\p{L}\p{N}\s._~|:()+-]/u.test(outside(value)),
    'has signs that tools write differently.',
    'Use letters, digits, hyphens and dots.',
  ),
  eachParameter(
    'value/double-encoding',
    'error',
    ({ raw }) => /%25[0-9a-f]{2}/i.test(raw),
    'was percent-encoded twice.',
    'Encode it once.',
  ),
  eachParameter(
    'value/broken-encoding',
    'error',
    ({ raw }) => /%(?![0-9a-f]{2})/i.test(outside(raw)),
    'has a % that begins no code.',
    'Write %25 for a percent sign.',
  ),
  eachParameter(
    'value/encoded-macro',
    'error',
    ({ raw, value }) => !hasMacro(raw) && hasMacro(value),
    'has a percent-encoded placeholder.',
    'Write the placeholder as it is.',
  ),
  atMost('value/too-long', 'error', longestValue, ({ utm }) =>
    utm.map(({ name, value }) => [name, value.length]),
  ),
  eachParameter(
    'value/placeholder',
    'warning',
    ({ value }) =>
      /^(todo|tbd|xxx+|test|undefined|null|nan|n\/a|your[-_ ].*|\[.*\]|<.*>|%s)$/i.test(value),
    'is still a stand-in.',
    'Fill it in.',
  ),
  eachParameter(
    'value/reserved',
    'error',
    ({ value }) => reserved.test(value),
    'is a word that analytics writes itself.',
    'Use a name of your own.',
  ),
  eachParameter(
    'value/address',
    'warning',
    ({ value }) => /^((https?:)?\/\/|www\.)/i.test(value),
    'is a web address.',
    'Write a name.',
  ),
];

function outside(value: string): string {
  let rest = '';
  outsideMacros(value, (part) => {
    rest += part;
    return part;
  });
  return rest;
}
