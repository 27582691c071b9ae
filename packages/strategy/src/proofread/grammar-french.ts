import { grammar, likeCase, type TextRule } from './text-rule.ts';

const confused = { en: 'These words are often confused.', fr: 'Ces mots se confondent souvent.' };
const agreement = { en: 'The words do not agree.', fr: 'Les mots ne s’accordent pas.' };
const contracted = { en: 'These words contract.', fr: 'Ces mots se contractent.' };
const verb = {
  en: 'The verb has the wrong ending.',
  fr: 'Le verbe n’a pas la bonne terminaison.',
};

const start = String.raw`(?<![\p{L}\p{M}’'-])`;
const end = String.raw`(?![\p{L}\p{M}’'-])`;
const words = (pattern: string) => new RegExp(start + pattern + end, 'giu');

/** Replaces one group of words by another, keeping a capital. */
function swap(pattern: string, replacement: string): TextRule {
  const expression = new RegExp(`^(?:${pattern})$`, 'iu');
  return grammar('confused-words', confused, words(pattern), (match) =>
    likeCase(match[0], match[0].replace(expression, replacement)),
  );
}

const have = 'ai|as|a|avons|avez|ont|avais|avait|avions|aviez|avaient|aura|aurons|auront';
const be = 'suis|es|est|sommes|êtes|sont|étais|était|étions|étiez|étaient';
const modal =
  'peux|peut|pouvons|pouvez|peuvent|dois|doit|devons|devez|doivent|veux|veut|voulons|voulez|veulent|vais|vas|va|allons|allez|vont|faut|venez|viens|laissez|faire';
const between = '(?:pas |jamais |plus |bien |déjà |toujours |tous |tout |aussi )?';
const determiner =
  'le|la|les|un|une|des|du|notre|votre|nos|vos|son|sa|ses|leur|leurs|ce|cet|cette|ces';
const many =
  'les|des|ces|nos|vos|mes|ses|plusieurs|quelques|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|(?:vingt|trente|quarante|cinquante|soixante)(?:-\\p{L}+)?';
// Words that stand after a number or an article, have a twin with an s, and are no singular noun.
const neverPlural = new Set(
  'par sur sous dans pour avec sans car mais mille cent vingt plus moins trop bien peu tout même leur son ton mon deux'.split(
    ' ',
  ),
);
const notVerbs = new Set([
  'hier',
  'premier',
  'dernier',
  'boulanger',
  'étranger',
  'berger',
  'danger',
]);

/** What French spell-checkers let pass because each word exists. */
export const frenchGrammar: readonly TextRule[] = [
  swap('(grâce|suite|face|quant|jusque|par rapport|conforme|prêts?|prêtes?) a', '$1 à'),
  swap(
    'a (partir|cause|côté|bientôt|demain|nouveau|propos|travers|condition|peine|emporter|table|pied|vélo|volonté|suivre|noter)',
    'à $1',
  ),
  swap('(il|elle|on|qui|ça|cela|y|tout le monde) à', '$1 a'),
  swap('la ou (je|tu|il|elle|on|nous|vous|ils|elles)', 'là où $1'),
  swap('(le jour|au moment|le lieu|la ville|l’endroit|partout) ou', '$1 où'),
  swap("d[’']ou", 'd’où'),
  swap('ou (est|sont|êtes|trouver|aller|habitez|va|vont)', 'où $1'),
  swap('sa (va|fait|sera|suffit|arrive|marche|reste|sent|vaut|tombe|commence)', 'ça $1'),
  swap('comme sa', 'comme ça'),
  swap("s[’']est (un|une|le|la|les|à|pour|ici|parti|notre|votre|bon|trop|tout)", 'c’est $1'),
  swap("c[’']est (passée?s?|arrêtée?s?|levée?s?|couchée?s?|déroulée?s?|terminée?s?)", 's’est $1'),
  swap('ses (est|sont|était)', 'c’$1'),
  swap("(il|elle|on|qui|ce|c[’']) et", '$1 est'),
  swap('(quelque) (soit|soient)', 'quel que $2'),
  swap('quand (à|aux?|à la)', 'quant $1'),
  swap('comme même', 'quand même'),
  swap('en faites?', 'en fait'),
  swap('au temps pour (moi|nous)', 'autant pour $1'),
  swap('prêts? de (?=partir|chez)', 'près de '),
  swap('malgré que', 'bien que'),
  swap("si j[’']aurais", 'si j’avais'),
  swap('tout (les|mes|tes|ses|nos|vos|leurs|ces)', 'tous $1'),
  swap('tous (le|mon|ton|son|notre|votre|ce)', 'tout $1'),
  swap('toute (les|mes|ses|nos|vos|leurs|ces)', 'toutes $1'),
  swap('(nous) (somme|avon|seron)', '$1 $2s'),
  swap('(vous) (ête|avé|seré)', '$1 $2s'),
  swap('(ils|elles) (son)', '$1 sont'),
  swap('(ils|elles) (on)', '$1 ont'),
  swap('peut être', 'peut-être'),
  swap('rendez vous', 'rendez-vous'),
  swap("c[’']est à dire", 'c’est-à-dire'),
  swap("aujourd[’' ]?hui", 'aujourd’hui'),
  swap('parce-que', 'parce que'),
  swap('est ce que', 'est-ce que'),
  swap("y a t[’' -]il", 'y a-t-il'),
  grammar(
    'elision',
    { en: 'The vowel is dropped here.', fr: 'La voyelle s’élide ici.' },
    /(?<![\p{L}\p{M}’'-])(je|me|te|se|le|la|ne|que|de|jusque|lorsque|puisque|si) (?!onz|oui|ouistiti|uhlan|un(?:e|ième)? |une? |yaourt|et |ou |où |à |au |aux |en |y )([aeiouyâàéèêëîïôûœ][\p{L}’'-]*)/giu,
    ([, first = '', second = '']) => {
      const low = first.toLowerCase();
      if (low === 'si' && !/^ils?$/i.test(second)) return undefined;
      return `${first.slice(0, -1)}’${second}`;
    },
  ),
  grammar(
    'contraction',
    contracted,
    words(String.raw`(de|à) (le|les) (\p{L}+)`),
    (match, isWord) => {
      const [, preposition = '', article = '', next = ''] = match;
      // « de le voir » : the article is a pronoun before an infinitive.
      if (/(er|ir|re|oir)$/.test(next) || !isWord(next) || /^[aeiouhéèê]/i.test(next)) {
        return article === 'les' && !/(er|ir|re|oir)$/.test(next) && isWord(next)
          ? `${preposition === 'à' ? 'aux' : 'des'} ${next}`
          : undefined;
      }
      const short: Readonly<Record<string, string>> = {
        'de le': 'du',
        'de les': 'des',
        'à le': 'au',
        'à les': 'aux',
      };
      return `${short[`${preposition} ${article}`.toLowerCase()] ?? ''} ${next}`;
    },
  ),
  grammar(
    'participle',
    verb,
    words(String.raw`(${have}|${be}) (${between})(\p{L}+)er`),
    ([, auxiliary = '', adverb = '', stem = ''], isWord) =>
      notVerbs.has(`${stem}er`.toLowerCase()) || !isWord(`${stem}é`)
        ? undefined
        : `${auxiliary} ${adverb}${stem}é`,
  ),
  grammar(
    'participle',
    verb,
    // « a visite le » : only where no noun can stand, as in « a hâte de ».
    words(
      String.raw`(${have}|s[’']est) (${between})(\p{L}{2,})e(?= (?:${determiner}) | l[’']|[.,!…])`,
    ),
    ([, auxiliary = '', adverb = '', stem = ''], isWord) =>
      isWord(`${stem}é`) && isWord(`${stem}er`) ? `${auxiliary} ${adverb}${stem}é` : undefined,
  ),
  grammar(
    'infinitive',
    verb,
    words(String.raw`(${modal}) (${between})(\p{L}+)(?:é|ez)`),
    ([, auxiliary = '', adverb = '', stem = ''], isWord) =>
      isWord(`${stem}er`) ? `${auxiliary} ${adverb}${stem}er` : undefined,
  ),
  grammar(
    'infinitive',
    verb,
    words(String.raw`(pour|sans|afin de|avant de) (\p{L}+)(?:ez)`),
    ([, preposition = '', stem = ''], isWord) =>
      isWord(`${stem}er`) ? `${preposition} ${stem}er` : undefined,
  ),
  grammar(
    'plural',
    agreement,
    words(String.raw`(${many}) (\p{Ll}{3,})`),
    ([, article = '', noun = ''], isWord) => {
      // Only nouns whose plural takes an s, and that are no verb after a pronoun: « les voir ».
      if (/[sxz]$/.test(noun) || !isWord(noun) || !isWord(`${noun}s`)) return undefined;
      if (neverPlural.has(noun) || /(er|ir|re|oir|ait|ent|ez|a|ont)$/.test(noun)) return undefined;
      const pronoun = /^les$/i.test(article);
      return pronoun && /[eéiut]$/.test(noun) && isWord(`${noun}nt`)
        ? undefined
        : `${article} ${noun}s`;
    },
  ),
];
