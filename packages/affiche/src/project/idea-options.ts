import { type AnyPlatform, type Finding, Json, nearest } from '@affiche/core';
import { z } from 'zod';
import { isOption } from './idea-columns.ts';
import type { Row } from './table.ts';

/** The options of an idea, by network. */
export type IdeaOptions = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/**
 * Reads the options of single networks: a column such as `reddit.title`, or `tiktok.consent.music` where
 * an option has parts. What a cell means is said by the adapter: `yes` and `no`, a number, several
 * values with `|` between, or JSON for whatever is more.
 */
export function readOptions(
  fields: Row,
  platforms: readonly AnyPlatform[],
): { readonly options: IdeaOptions; readonly findings: readonly Finding[] } {
  const options: Record<string, Record<string, Json>> = {};
  const findings: Finding[] = [];
  for (const [column, written] of Object.entries(fields)) {
    const [network = '', ...names] = column.split('.');
    const schema = schemaAt(platforms.find(({ id }) => id === network)?.options, names);
    // Columns that nobody knows were found before; an empty cell says nothing.
    if (!isOption(column) || !schema || written === '') continue;
    const value = meanings(written).find((meaning) => schema.safeParse(meaning).success);
    if (value === undefined) findings.push(unreadable(column, written, schema));
    else put((options[network] ??= {}), names, value);
  }
  return { options, findings };
}

/** Finds columns with options that no network of the project has. */
export function checkOptionColumns(
  columns: readonly string[],
  platforms: readonly AnyPlatform[],
): Finding[] {
  return columns.filter(isOption).flatMap((column) => {
    const [network = '', ...names] = column.split('.');
    const platform = platforms.find(({ id }) => id === network);
    if (!platform) return [unknownNetwork(column, platforms)];
    return schemaAt(platform.options, names) ? [] : [unknownOption(column, platform)];
  });
}

function schemaAt(
  schema: z.core.$ZodType | undefined,
  names: readonly string[],
): z.ZodType | undefined {
  const [name, ...rest] = names;
  const open = unwrapped(schema);
  if (name === undefined) return schema instanceof z.ZodType ? schema : undefined;
  const shape = shapeOf(open);
  return Object.hasOwn(shape, name) ? schemaAt(shape[name], rest) : undefined;
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable;
  return isWrapper ? unwrapped(schema.unwrap()) : schema;
}

function shapeOf(schema: z.core.$ZodType | undefined): Readonly<Record<string, z.core.$ZodType>> {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** What a cell may mean: first as it is written, for "true" is a title as well. */
function meanings(written: string): Json[] {
  const word = written.toLowerCase();
  const truth = { true: true, yes: true, false: false, no: false }[word];
  const parts = written.split('|').map((part) => part.trim());
  const json = /^[[{]/.test(written) ? Json.safeParse(parseJson(written)) : undefined;
  return [
    written,
    ...(truth === undefined ? [] : [truth]),
    ...(Number.isNaN(Number(written)) ? [] : [Number(written)]),
    ...(json?.success ? [json.data] : []),
    parts,
    parts.map(Number),
  ];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function put(target: Record<string, Json>, [name = '', ...rest]: readonly string[], value: Json) {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = target[name];
  const isOpen = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  const part: Record<string, Json> = isOpen ? { ...inner } : {};
  put(part, rest, value);
  target[name] = part;
}

function unreadable(column: string, written: string, schema: z.ZodType): Finding {
  return {
    rule: 'project/ideas/option-unreadable',
    severity: 'error',
    path: [column],
    message: `"${written}" is nothing that ${column} can be${whyNot(schema, written)}.`,
    measured: written,
    fix: 'Correct the cell, or leave it empty.',
  };
}

function whyNot(schema: z.ZodType, written: string): string {
  const [issue] = schema.safeParse(written).error?.issues ?? [];
  if (issue?.code === 'invalid_value') return `; it is one of ${issue.values.join(', ')}`;
  if (issue?.code !== 'invalid_type') return '';
  return { boolean: '; it is yes or no', number: '; it is a number' }[String(issue.expected)] ?? '';
}

function unknownNetwork(column: string, platforms: readonly AnyPlatform[]): Finding {
  const [network = '', ...names] = column.split('.');
  const ids = platforms.map(({ id }) => id);
  const meant = nearest(network, ids);
  return {
    rule: 'project/ideas/unknown-network',
    severity: 'warning',
    path: [column],
    message: `The column "${column}" is not read: the project has no network called "${network}".`,
    measured: network,
    fix: meant
      ? `Call it "${[meant, ...names].join('.')}".`
      : `Add the network to affiche.config.ts, or delete the column; it has ${ids.join(', ')}.`,
  };
}

function unknownOption(column: string, { id, options, manifest }: AnyPlatform): Finding {
  const [, ...names] = column.split('.');
  // The parts that there are, up to the first that there is not.
  const depth = names.findIndex((_, index) => !schemaAt(options, names.slice(0, index + 1)));
  const before = names.slice(0, depth);
  const known = Object.keys(shapeOf(unwrapped(schemaAt(options, before))));
  const meant = nearest(names[depth] ?? '', known);
  const named = (name: string) => [id, ...before, name].join('.');
  return {
    rule: 'project/ideas/unknown-option',
    severity: 'error',
    path: [column],
    message: `${manifest.name} has no option "${names.join('.')}".`,
    measured: names.join('.'),
    fix: meant ? `Call it "${named(meant)}".` : `Choose among ${known.map(named).join(', ')}.`,
  };
}
