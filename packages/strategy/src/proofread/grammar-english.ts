import { grammar, likeCase, type TextRule } from './text-rule.ts';

const confused = { en: 'These words are often confused.', fr: 'Ces mots se confondent souvent.' };

const words = (pattern: string) =>
  new RegExp(String.raw`(?<![\p{L}’'-])${pattern}(?![\p{L}’'-])`, 'giu');

function swap(pattern: string, replacement: string): TextRule {
  const expression = new RegExp(`^(?:${pattern})$`, 'iu');
  return grammar('confused-words', confused, words(pattern), (match) =>
    likeCase(match[0], match[0].replace(expression, replacement)),
  );
}

const apostrophe = "[’']";
const consonantSound = /^(?:uni(?!n|m)|use|usu|uti|eu|one(?!s)|once|ewe|ukr|ur[ai])/i;
const vowelSound = /^(?:hour|honest|honou?r|heir)/i;

/** What English spell-checkers let pass because each word exists. */
export const englishGrammar: readonly TextRule[] = [
  swap('(could|should|would|must|might) of', '$1 have'),
  swap('its (a|an|the|been|not|time|too|so|worth|going)', 'it’s $1'),
  swap(`it${apostrophe}s (own|name|price|way|taste|place)`, 'its $1'),
  swap('your (welcome|going|right|looking|invited|not)', 'you’re $1'),
  swap(`you${apostrophe}re (order|bread|friends|table|name|own|email|tickets?|account)`, 'your $1'),
  swap('(their|they’re) (is|are|was|were)', 'there $2'),
  swap('there (own|house|shop|orders?|children|team)', 'their $1'),
  swap(
    '(more|less|better|worse|rather|other|fewer|bigger|smaller|longer|earlier|later) then',
    '$1 than',
  ),
  swap(`who${apostrophe}s (turn|idea|recipe|bread)`, 'whose $1'),
  swap('to (much|many|late|early|soon|big|small|good|bad)', 'too $1'),
  swap('loose (it|them|your|our|time|money|weight)', 'lose $1'),
  swap('every days', 'every day'),
  swap('alot', 'a lot'),
  swap('(we|you|they) was', '$1 were'),
  swap(`(he|she|it) don${apostrophe}t`, '$1 doesn’t'),
  swap('(this) (are)', 'these $2'),
  swap('(these|those) (is)', 'this $2'),
  swap(
    '(two|three|four|five|six|seven|eight|nine|ten|many|several) (day|week|month|year|hour|minute|loaf|shop|seat)',
    '$1 $2s',
  ),
  grammar(
    'article',
    { en: 'The article does not fit the sound.', fr: 'L’article ne convient pas au son.' },
    words(String.raw`(a|an) (\p{Ll}[\p{L}’'-]*)`),
    ([, article = '', next = '']) => {
      const vowel = vowelSound.test(next) || (/^[aeiou]/i.test(next) && !consonantSound.test(next));
      const right = vowel ? 'an' : 'a';
      return article.toLowerCase() === right ? undefined : `${likeCase(article, right)} ${next}`;
    },
  ),
  grammar(
    'pronoun',
    { en: 'The pronoun is a capital.', fr: 'Le pronom s’écrit en majuscule.' },
    /(?<![\p{L}\d.’'-])i(?![\p{L}\d.-])/gu,
    'I',
  ),
];
