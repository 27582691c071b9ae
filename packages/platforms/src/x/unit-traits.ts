/** Weighs twice what a Latin letter weighs. */
export const heavy = 1;
/** May stand second in an emoji made of several characters: joins, tones, selects. */
export const glue = 2;
/** May be written in another way in normal form, alone or with what stands before it. */
export const unsettled = 4;
/** The last letter before those that join others; all of these weigh little. */
export const lastOfLatin = 0x2ff;

type Ranges = readonly (readonly [from: number, to: number])[];

/** The ranges that weigh little in X's own configuration, version 3. */
const light: Ranges = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** Where most text is: nothing here decomposes, and nothing joins what stands before it. */
const settled: Ranges = [
  [0, lastOfLatin],
  [0x391, 0x3ff],
  [0x400, 0x482],
  [0x5d0, 0x5ea],
  [0x621, 0x64a],
  [0x660, 0x66f],
  [0x2002, 0x2027],
  [0x20a0, 0x20bf],
  [0x20e3, 0x20e3],
  [0x2190, 0x2199],
  [0x2500, 0x27bf],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x30a0, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xd83c, 0xd83e],
  [0xdb40, 0xdb40],
  [0xdc00, 0xdfff],
  [0xfe0f, 0xfe0f],
  [0xff01, 0xffe6],
];

const joiners = [0x200d, 0x20e3, 0xd83c, 0xdb40, 0xfe0f];

const traits = traitsOfUnits();

/** What counting must know of a UTF-16 code unit; nothing of what is not there. */
export function traitsOf(unit: number): number {
  return traits[unit] ?? 0;
}

function traitsOfUnits(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(heavy | unsettled);
  for (const [from, to] of light)
    for (let unit = from; unit <= to; unit += 1) table[unit] = unsettled;
  for (const [from, to] of settled)
    for (let unit = from; unit <= to; unit += 1) set(unit, 0, unsettled);
  for (const unit of joiners) set(unit, glue, 0);
  return table;

  function set(unit: number, on: number, off: number): void {
    table[unit] = ((table[unit] ?? 0) | on) & ~off;
  }
}
