const tone = '[\u{1f3fb}-\u{1f3ff}]';
const joiner = '\u200d';
const gender = `${joiner}[♀♂]\ufe0f`;
const children = `${joiner}(?:👦(?:${joiner}👦)?|👧(?:${joiner}[👦👧])?)`;
const tag = (letters: string) =>
  letters.replace(/./g, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));

/** Characters that are text unless a variation selector makes them emoji. */
const textual = classOf(
  '4p 5 68e d 61 n 2j.5 g.1 a8.1 d 4n u.2 2.1 6.2 5k 6g.1 b a 1n.3 2.4 a 3 3.1 3 8 2.1 ' +
    '3 4 4.1 9.2 6 2 6.b c.1 3 2.1 2 j 4 j.5 2 2.1 4.1 9.1 5.1 c.1 6.1 3 7 2 2.1 l.1 6.5 ' +
    '3 2 3 5 6.1 6 3 2 2 7 4 i.1 g 3 g c.1 1p b7.1 cw.2 k.1 1g 5 yj d gq 2 2fzf a4.1 d.1 ' +
    '3n o l 8 6i 3.8 a 1z p.1 2.2 3.1 1a.1 6.b k 2 2 20 2 58 24.1 11.1 3 3.3 e 3.3 o 3 ' +
    '9.1 a 6.2 d.2 9.2 3 2 5 7 4 7 5t 2.2 h.5 4 7 3',
);

/** Hands and people that can have a skin tone, beside the ten that are also textual. */
const people = classOf(
  '7pm.1 2iyi 1p.2 3 3 3c.1 3.a m.3 5 2.8 4 5.2 2.2 z 5s r.1 4v.2 4.4 2c h.2 a c gc.4 ' +
    '2.1 7 a.9 4.1 3b.1 2.1 o.c',
);

/** People of whom there is a woman and a man. */
const gendered = classOf('2qpv.1 6 4k 3 2 4 a.1 4.1 ce.2 4 2.1 2d h.2 hc f 2.2 4.1 3e.1 t.7');

/** For each first letter of a country's code, in base 36, a bit for each letter that may follow. */
const countries =
  'sox30 ybdob 13g3ql jzntc 16579 3abk dq22j 10t1c lq8s 153k wkgr4 cepl3 13ycxp kpks5 35s ' +
  'd1hpt 1 3accw 10rw7z o4s19 u4ny9 mno5 5mao sg b8k0 2hzi9';
const letter = (index: number) => String.fromCodePoint(0x1f1e6 + index);
const flags = countries.split(' ').map((seconds, first) => {
  const bits = Number.parseInt(seconds, 36);
  const allowed = countries.split(' ').map((_, bit) => ((bits >> bit) & 1 ? letter(bit) : ''));
  return `${letter(first)}[${allowed.join('')}]`;
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

/**
 * Writes out a class of characters that is noted as gaps in base 36: from the end of one range to the
 * begin of the next, and behind a full stop how many more characters that has.
 */
function classOf(gaps: string): string {
  let end = 0;
  return gaps.replaceAll(/(?<gap>\w+)(?:\.(?<more>\w+))? ?/g, (_, gap: string, more = '0') => {
    const first = end + Number.parseInt(gap, 36);
    end = first + Number.parseInt(String(more), 36);
    return `${String.fromCodePoint(first)}-${String.fromCodePoint(end)}`;
  });
}
