import { formatPath, nearest } from '@affiche/core';
import type { z } from 'zod';
import { type Language, type Text, write } from './language.ts';

/** One way in which an input is not a strategy. */
export interface ShapeProblem {
  readonly path: readonly (string | number)[];
  /** What is there instead, shortened; `undefined` when nothing is. */
  readonly value: unknown;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do, in one sentence. */
  readonly fix: string;
}

const texts = {
  missing: { en: 'is missing', fr: 'manque' },
  wrongKind: { en: 'is {value}, not {expected}', fr: 'vaut {value}, qui n’est pas {expected}' },
  notAllowed: { en: 'is {value}, which is not allowed', fr: 'vaut {value}, qui n’est pas admis' },
  add: { en: 'Add {expected}.', fr: 'Ajoutez {expected}.' },
  write: { en: 'Write {expected}.', fr: 'Écrivez {expected}.' },
  choose: { en: 'Choose one of {options}.', fr: 'Choisissez parmi {options}.' },
  perhaps: {
    en: 'Did you mean {nearest}? The choices are {options}.',
    fr: 'Vouliez-vous dire {nearest} ? Les choix sont {options}.',
  },
};

const kinds: Readonly<Record<string, Text>> = {
  string: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  int: { en: 'a whole number', fr: 'un nombre entier' },
  boolean: { en: 'true or false', fr: 'true ou false' },
  array: { en: 'a list', fr: 'une liste' },
  tuple: { en: 'a list', fr: 'une liste' },
  object: { en: 'a set of fields', fr: 'un ensemble de champs' },
  record: { en: 'a set of fields', fr: 'un ensemble de champs' },
  date: { en: 'a date like 2027-01-04', fr: 'une date comme 2027-01-04' },
  url: {
    en: 'a web address like https://example.com',
    fr: 'une adresse comme https://example.com',
  },
};

const patterns: Readonly<Record<string, Text>> = {
  'an IANA time zone': {
    en: 'a time zone like Europe/Paris',
    fr: 'un fuseau horaire comme Europe/Paris',
  },
  'an ISO 4217': { en: 'a currency like EUR', fr: 'une devise comme EUR' },
  'a time of day': { en: 'a time like 08:30', fr: 'une heure comme 08:30' },
  'an amount': { en: 'an amount like 1250.00 EUR', fr: 'un montant comme 1250.00 EUR' },
};

/** Says what one issue of a schema means to the person who wrote the file. */
export function shapeProblem(
  issue: z.core.$ZodIssue,
  input: unknown,
  language: Language,
): ShapeProblem {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const value = path.reduce<unknown>(
    (part, key) => (part as Record<string | number, unknown> | undefined | null)?.[key],
    input,
  );
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String);
    const close = nearest(String(value), options);
    return {
      path,
      value: shorten(value),
      message: write(value === undefined ? texts.missing : texts.notAllowed, language, {
        value: shorten(value),
      }),
      fix: write(close ? texts.perhaps : texts.choose, language, {
        nearest: close ?? '',
        options: options.join(', '),
      }),
    };
  }
  const expected = write(expectation(issue), language);
  return {
    path,
    value: shorten(value),
    message: write(value === undefined ? texts.missing : texts.wrongKind, language, {
      value: shorten(value),
      expected,
    }),
    fix: write(value === undefined ? texts.add : texts.write, language, { expected }),
  };
}

function expectation(issue: z.core.$ZodIssue): Text {
  const known = Object.entries(patterns).find(([words]) => issue.message.includes(words));
  if (known) return known[1];
  if (issue.code === 'invalid_union') return patterns['an amount'] as Text;
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? same(issue.expected);
  if (issue.code === 'invalid_format') return kinds[issue.format] ?? same(issue.message);
  if (issue.code === 'too_small' || issue.code === 'too_big') return bound(issue);
  return same(issue.message);
}

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Text {
  const least = issue.code === 'too_small';
  const limit = String(least ? issue.minimum : issue.maximum);
  const thing = {
    string:
      limit === '1'
        ? { en: ' character', fr: ' caractère' }
        : { en: ' characters', fr: ' caractères' },
    array: limit === '1' ? { en: ' entry', fr: ' élément' } : { en: ' entries', fr: ' éléments' },
  }[issue.origin as string] ?? { en: '', fr: '' };
  return {
    en: `${least ? 'at least' : 'at most'} ${limit}${thing.en}`,
    fr: `${least ? 'au moins' : 'au plus'} ${limit}${thing.fr}`,
  };
}

function same(text: string): Text {
  // What is put into a sentence must not end it.
  const words = text.replace(/\.$/, '');
  return { en: words, fr: words };
}

/** Writes a value so that it fits into a sentence. */
function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Writes a problem as one line: `budget.total is missing. Add an amount like 1250.00 EUR.` */
export function formatProblem({ path, message, fix }: ShapeProblem): string {
  return `${formatPath([...path]) || '(root)'} ${message}. ${fix}`;
}
