import { blank, type Located, locate } from './located.ts';

/** A place where readers are addressed, and how. */
export interface Address extends Located {
  readonly form: 'tu' | 'vous';
}

// What other people say, and what is no sentence.
const notOurs = /«[^»]*»|“[^”]*”|"[^"]*"|https?:\/\/\S+|[@#][\p{L}\p{N}_.-]+/gu;

const letter = String.raw`[\p{L}\p{M}\p{N}]`;

// Words that look like an address and are none: « rendez-vous », « le ton », « il s’est tu », « chez ».
const lookalikes = new RegExp(
  String.raw`(?<!${letter})(?:rendez-vous|(?:le|un|ce|du|au|de|bon|haut|demi|même|quel|son|mon|notre) tons?|(?:est|sont|suis|sommes|êtes|était|étaient) tue?s?|chez|assez|nez|rez|lez|raz)(?!${letter})`,
  'giu',
);

const tu = new RegExp(
  String.raw`(?<!${letter})(?:(?:tu|te|toi|ton|ta|tes|tien|tienne|tiens|tiennes)(?!${letter})|t['’](?=${letter}))`,
  'giu',
);
const vous = new RegExp(String.raw`(?<!${letter})(?:vous|votre|vos|vôtres?)(?!${letter})`, 'giu');

// The imperative, where posts have it: at the start of a sentence.
const sentence = String.raw`(?<=^|[.!?…\n:]\s*)`;
const imperativeVous = new RegExp(String.raw`${sentence}\p{L}+ez(?!${letter})`, 'giu');
const callsToAction =
  'abonne|apporte|arrive|choisis|clique|commande|commente|découvre|devine|dis|donne|envoie|essaie|fonce|goûte|gagne|inscris|invite|laisse|lis|montre|oublie|partage|participe|passe|pense|prends|profite|raconte|rappelle|regarde|rejoins|réponds|réserve|retrouve|suis|teste|tente|trouve|viens|vote';
const imperativeTu = new RegExp(
  String.raw`${sentence}(?:${callsToAction})(?!${letter}|\s+(?:à la|au) )`,
  'giu',
);

/**
 * Every place where a French text says tu or vous, pronouns and imperatives alike. What stands in
 * quotation marks, links, mentions and hashtags is somebody else's. It goes by word forms: « vous » for
 * several people is found too.
 */
export function formsOfAddress(text: string): Address[] {
  const own = blank(blank(text, notOurs), lookalikes);
  const find = (form: Address['form'], ...patterns: RegExp[]) =>
    patterns
      .flatMap((pattern) => locate(own, pattern))
      .map(({ words, start, end }) => ({ form, words, start, end }));
  const found = [...find('tu', tu, imperativeTu), ...find('vous', vous, imperativeVous)];
  return found.toSorted((a, b) => a.start - b.start);
}
