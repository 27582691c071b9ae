const tone = '[\u{1f3fb}-\u{1f3ff}]';
const joiner = '\u200d';
const gender = `${joiner}[♀♂]\ufe0f`;
const children = `${joiner}(?:👦(?:${joiner}👦)?|👧(?:${joiner}[👦👧])?)`;
const tag = (letters: string) =>
  letters.replace(/./g, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));

/** Characters that are text unless a variation selector makes them emoji. */
const textual =
  '©®™♟‼⁉ℹ↔-↙↩↪⌚⌛⌨⏏⏭-⏯⏱⏲⏸-⏺Ⓜ▪▫▶◀◻-◾☀-☄☎☑☔☕☘☠☢☣☦☪☮☯☸-☺♀♂♈-♓♠♣♥♦♨♻♿⚒-⚗⚙⚛⚜⚠⚡⚪⚫⚰⚱⚽⚾⛄⛅⛈⛏⛑⛓⛔' +
  '⛩⛪⛰-⛵⛸⛺⛽✂✈✉✏✒✔✖✝✡✳✴❄❇❗❣❤➡⤴⤵⬅-⬇⬛⬜⭐⭕〰〽㊗㊙' +
  '\u{1f004}\u{1f170}\u{1f171}\u{1f17e}\u{1f17f}\u{1f202}\u{1f21a}\u{1f22f}\u{1f237}\u{1f321}' +
  '\u{1f324}-\u{1f32c}\u{1f336}\u{1f37d}\u{1f396}\u{1f397}\u{1f399}-\u{1f39b}\u{1f39e}\u{1f39f}' +
  '\u{1f3cd}\u{1f3ce}\u{1f3d4}-\u{1f3df}\u{1f3f3}\u{1f3f5}\u{1f3f7}\u{1f43f}\u{1f441}\u{1f4fd}' +
  '\u{1f549}\u{1f54a}\u{1f56f}\u{1f570}\u{1f573}\u{1f576}-\u{1f579}\u{1f587}\u{1f58a}-\u{1f58d}' +
  '\u{1f5a5}\u{1f5a8}\u{1f5b1}\u{1f5b2}\u{1f5bc}\u{1f5c2}-\u{1f5c4}\u{1f5d1}-\u{1f5d3}' +
  '\u{1f5dc}-\u{1f5de}\u{1f5e1}\u{1f5e3}\u{1f5e8}\u{1f5ef}\u{1f5f3}\u{1f5fa}\u{1f6cb}' +
  '\u{1f6cd}-\u{1f6cf}\u{1f6e0}-\u{1f6e5}\u{1f6e9}\u{1f6f0}\u{1f6f3}';

/** Hands and people that can have a skin tone, beside the ten that are also textual. */
const people =
  '✊✋\u{1f385}\u{1f3c2}-\u{1f3c4}\u{1f3c7}\u{1f3ca}\u{1f442}\u{1f443}\u{1f446}-\u{1f450}' +
  '\u{1f466}-\u{1f469}\u{1f46e}\u{1f470}-\u{1f478}\u{1f47c}\u{1f481}-\u{1f483}' +
  '\u{1f485}-\u{1f487}\u{1f4aa}\u{1f57a}\u{1f595}\u{1f596}\u{1f645}-\u{1f647}' +
  '\u{1f64b}-\u{1f64f}\u{1f6a3}\u{1f6b4}-\u{1f6b6}\u{1f6c0}\u{1f6cc}\u{1f918}-\u{1f91c}' +
  '\u{1f91e}\u{1f91f}\u{1f926}\u{1f930}-\u{1f939}\u{1f93d}\u{1f93e}\u{1f9b5}\u{1f9b6}' +
  '\u{1f9b8}\u{1f9b9}\u{1f9d1}-\u{1f9dd}';

/** People of whom there is a woman and a man. */
const gendered =
  '\u{1f3c3}\u{1f3c4}\u{1f3ca}\u{1f46e}\u{1f471}\u{1f473}\u{1f477}\u{1f481}\u{1f482}' +
  '\u{1f486}\u{1f487}\u{1f645}-\u{1f647}\u{1f64b}\u{1f64d}\u{1f64e}\u{1f6a3}' +
  '\u{1f6b4}-\u{1f6b6}\u{1f926}\u{1f935}\u{1f937}-\u{1f939}\u{1f93d}\u{1f93e}\u{1f9b8}' +
  '\u{1f9b9}\u{1f9d6}-\u{1f9dd}';

const countries =
  'CDEFGILMOQRSTUWXZ ABDEFGHIJLMNOQRSTVWYZ ACDFGHIKLMNOPRUVWXYZ EGJKMOZ ACEGHRSTU IJKMOR ' +
  'ABDEFGHILMNPQRSTUWY KMNRTU CDELMNOQRST EMOP EGHIMNPRWYZ ABCIKRSTUVY ' +
  'ACDEFGHKLMNOPQRSTUVWXYZ ACEFGILOPRUZ M AEFGHKLMNRSTWY A EOSUW ABCDEGHIJKLMNORSTVXYZ ' +
  'ACDFGHJKLMNORTVWZ AGMNSYZ ACEGINU FS K ET AMW';
const letter = (index: number) => String.fromCodePoint(0x1f1e6 + index);
const flags = countries.split(' ').map((seconds, first) => {
  const allowed = seconds.replace(/./g, (each) => letter(each.charCodeAt(0) - 65));
  return `${letter(first)}[${allowed}]`;
});

const sequence = new RegExp(
  [
    `[👨👩]${tone}?${joiner}(?:[⚕⚖✈]\ufe0f|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒\u{1f9b0}-\u{1f9b3}])`,
    `[🏋🏌🕴🕵⛹](?:${tone}|\ufe0f)${gender}`,
    `[${gendered}]${tone}?${gender}`,
    `[👯🤼🧞🧟]${gender}`,
    `👨${joiner}❤\ufe0f${joiner}(?:💋${joiner})?👨`,
    `👩${joiner}❤\ufe0f${joiner}(?:💋${joiner})?[👨👩]`,
    `👨(?:${joiner}[👨👩])?${children}`,
    `👩(?:${joiner}👩)?${children}`,
    `🏳\ufe0f${joiner}🌈`,
    `🏴${joiner}☠\ufe0f`,
    `👁${joiner}🗨`,
    '[#*0-9]\ufe0f?\u20e3',
    `[${textual}]\ufe0f`,
    `[☝⛷⛹✌✍🏋🏌🕴🕵🖐](?:\ufe0f${tone}?|${tone})`,
    `[${people}]${tone}`,
    ...['gbeng', 'gbsct', 'gbwls'].map((region) => `🏴${tag(region)}\u{e007f}`),
  ].join('|'),
  'uy',
);

const flag = new RegExp(flags.join('|'), 'uy');

/** Emoji that are one by themselves too, and more with a selector or a tone, when nothing is joined on. */
const selectable = new RegExp(`[${textual}☝⛷⛹✌✍🏋🏌🕴🕵🖐]`, 'uy');
const tonable = new RegExp(`[${people}☝⛷⛹✌✍🏋🏌🕴🕵🖐]`, 'uy');

/**
 * The length of the emoji made of several characters that begins here and that X counts as one, as of
 * Emoji 11: joined people, skin tones, genders, keycaps, flags. Newer ones count as the sum of their
 * parts. 0 where there is none.
 *
 * @param width - How many code units the character itself has.
 *
 * @see {@link https://github.com/twitter/twemoji-parser | twemoji-parser 11, which X's library uses} (2026-11-21)
 */
export function emojiLengthAt(text: string, index: number, width: number): number {
  // The second character tells whether there can be a sequence at all; looking for one is slow.
  const glue = glueAt(text, index + width);
  if (glue === 0) return 0;
  const end = index + width + glue;
  if (glue === 2 && text.charCodeAt(end - 1) < 0xdffb) return lengthOf(flag, text, index);
  if (goesOn(text.charCodeAt(end))) return lengthOf(sequence, text, index);
  const second = text.charCodeAt(index + width);
  if (second === 0xfe0f) return lengthOf(selectable, text, index) && end - index;
  if (glue === 1) return lengthOf(sequence, text, index);
  return lengthOf(tonable, text, index) && end - index;
}

function lengthOf(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex - index : 0;
}

/** The length of a character that joins, tones or selects: what stands second in every sequence. */
function glueAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit === 0x200d || unit === 0xfe0f || unit === 0x20e3) return 1;
  if (unit === 0xdb40) return 1;
  if (unit !== 0xd83c) return 0;
  const next = text.charCodeAt(index + 1);
  return (next >= 0xdde6 && next <= 0xddff) || (next >= 0xdffb && next <= 0xdfff) ? 2 : 0;
}

/** Whether a sequence may go on after its second character. */
function goesOn(unit: number): boolean {
  return unit === 0x200d || unit === 0x20e3 || unit === 0xd83c;
}
