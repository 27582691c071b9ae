const tone = '\\p{Emoji_Modifier}';
const joiner = '\u200d';
const gender = `${joiner}[♀♂]\ufe0f`;
const children = `${joiner}(?:👦(?:${joiner}👦)?|👧(?:${joiner}[👦👧])?)`;

/** Signs that can have a skin tone, and are text unless a variation selector makes them emoji. */
const signs = '☝⛷⛹✌✍🏋🏌🕴🕵🖐';

/** Other characters that may have a variation selector, as of Emoji 11: most are text without. */
const textual =
  '[⌚⌛◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽❗⬛⬜⭐⭕🀄🈚🈯' +
  `[\\p{Emoji}--\\p{Emoji_Presentation}--[#*0-9♾⚧${signs}]]]`;

/** People of whom there is a woman and a man. */
const gendered = '🏃🏄🏊👮👱👳👷💁💂💆💇🙅-🙇🙋🙍🙎🚣🚴-🚶🤦🤵🤷-🤹🤽🤾🦸🦹🧖-🧝';

/** Hands and people that can have a skin tone, beside those ten. */
const people = `${gendered}✊✋🎅🏂🏇👂👃👆-👐👦-👩👰👲👴-👶👸👼💃💅💪🕺🖕🖖🙌🙏🛀🛌🤘-🤜🤞🤟🤰-🤴🤶🦵🦶🧑-🧕`;

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
    `${textual}\ufe0f`,
    `[${signs}](?:\ufe0f${tone}?|${tone})`,
    `[${people}]${tone}`,
    '\\p{RGI_Emoji_Tag_Sequence}',
  ].join('|'),
  'vy',
);

// Of the countries that have a flag, Sark alone got it after Emoji 11.
const flag = /(?!🇨🇶)\p{RGI_Emoji_Flag_Sequence}/vy;

/** Emoji that are one by themselves too, and more with a selector or a tone, when nothing is joined on. */
const selectable = new RegExp(`[${signs}${textual}]`, 'vy');
const tonable = new RegExp(`[${people}${signs}]`, 'vy');

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
