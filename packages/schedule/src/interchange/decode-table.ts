import type { Finding } from '@affiche/core';

/** A table's text, and what had to be guessed to read it. */
export interface DecodedTable {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Decodes a table: UTF-8, UTF-16 with its mark, or else what old spreadsheets write. */
export function decodeTable(given: string | Uint8Array): DecodedTable {
  if (typeof given === 'string') {
    const damaged = given.indexOf('\ufffd');
    return {
      text: given.replace(/^\uFEFF/, ''),
      findings: damaged < 0 ? [] : [lost(given, damaged)],
    };
  }
  const [first, second] = given;
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(given);
    return { text, findings: wide === undefined ? [] : [guessed(wide)] };
  } catch {
    const encoding = 'windows-1252';
    return { text: new TextDecoder(encoding).decode(given), findings: [guessed(encoding)] };
  }
}

function guessed(encoding: string): Finding {
  return {
    rule: 'schedule/bulk/encoding',
    severity: 'warning',
    path: [0],
    message: `The table is not in UTF-8; it was read as ${encoding}.`,
    measured: encoding,
    fix: 'Look at the accents, or save it again as CSV UTF-8.',
  };
}

function lost(text: string, position: number): Finding {
  const row = text.slice(0, position).split(/\r\n|\n|\r/).length;
  return {
    rule: 'schedule/bulk/encoding',
    severity: 'error',
    path: [row - 1],
    message: `Row ${row}: a character was lost, for the table was not in UTF-8.`,
    fix: 'Save it again as CSV UTF-8.',
  };
}
