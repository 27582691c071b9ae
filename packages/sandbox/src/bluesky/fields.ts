import type { Exchange } from '../http/exchange.ts';
import { badInput } from './xrpc-error.ts';
import { type FormatName, formats } from './syntax.ts';

/** A field that the request's body must have. */
export function requireField(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (value === undefined) throw badInput(`Missing required key "${name}" at $`);
  if (typeof value === 'string') return value;
  throw badInput(`Expected string value type (got ${JSON.stringify(value)}) at $.${name}`);
}

/** A field whose text must have a format, if it is there at all. */
export function formattedField(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  format: FormatName,
): string | undefined {
  if (fields[name] === undefined) return undefined;
  const value = requireField(fields, name);
  if (formats[format].test(value)) return value;
  throw badInput(`Invalid ${formats[format].name} (got ${JSON.stringify(value)}) at $.${name}`);
}

/** A parameter that the request's query must have. */
export function requireParameter({ path, query }: Exchange, name: string): string {
  const value = query.get(name);
  if (value === null) {
    throw badInput(`Invalid ${methodOf(path)} params: Missing required key "${name}"`);
  }
  return value;
}

/** The page size of a listing. */
export function limitParameter(
  { path, query }: Exchange,
  { usual = 50, most = 100 }: { usual?: number; most?: number } = {},
): number {
  const limit = Number(query.get('limit') ?? usual);
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  const problem =
    limit > most
      ? `integer too big (maximum ${most}, got ${limit})`
      : `integer too small (minimum 1, got ${limit})`;
  throw badInput(`Invalid ${methodOf(path)} params: ${problem}`);
}

/** Every value of a repeated parameter, in the two ways that clients write it. */
export function listParameter({ query }: Exchange, name: string): string[] {
  return [...query.getAll(name), ...query.getAll(`${name}[]`)];
}

function methodOf(path: string): string {
  return path.slice('/xrpc/'.length);
}
