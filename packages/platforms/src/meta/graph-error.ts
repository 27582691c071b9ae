import { z } from 'zod';
import type { ErrorRow, ErrorTable } from '../error-table.ts';

/** Meta's envelope around a refusal. */
export const GraphError = z.object({
  error: z.object({
    message: z.string().optional(),
    code: z.number().optional(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

/**
 * The codes of a token that opens nothing any more.
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/guides/error-handling | Meta: errors} (2026-11-21)
 */
export const sessionCodes: readonly string[] = ['190', '102', '2500'];
/** The codes of a budget that is used up; the HTTP status is 400 like any other. */
export const budgetCodes: readonly string[] = [
  '4',
  '17',
  '32',
  '341',
  '613',
  ...range(80_000, 80_014),
];
/** The codes of something that the token or the person may not do. */
export const permissionCodes: readonly string[] = ['3', '10', ...range(200, 299)];

/** Where a code alone does not say what is meant. */
export interface TellingCodes {
  /** Code and subcode that mean something together: `100/33`. */
  readonly pairs: readonly string[];
  /** Subcodes that mean the same under every code. */
  readonly subcodes: readonly string[];
  /** How subcodes begin that all mean the same; the beginning is given as the code. */
  readonly families?: readonly string[];
}

/** Reads the code that tells most, and the words, out of the body of a refusal. */
export function readGraphError({
  pairs,
  subcodes,
  families = [],
}: TellingCodes): ErrorTable['read'] {
  const tellingPairs = new Set(pairs);
  const tellingSubcodes = new Set(subcodes);
  return (body) => {
    const { code, error_subcode: subcode, message } = GraphError.safeParse(body).data?.error ?? {};
    const pair = `${code}/${subcode}`;
    const telling = [
      tellingSubcodes.has(String(subcode)) ? String(subcode) : undefined,
      tellingPairs.has(pair) ? pair : undefined,
      families.find((each) => String(subcode).startsWith(each)),
      code === undefined ? undefined : String(code),
    ].find((each) => each !== undefined);
    return {
      ...(telling !== undefined && { code: telling }),
      ...(message !== undefined && { message }),
    };
  };
}

/** How to mend what is no fault of a post. */
export interface StandingHints {
  /** When the token opens nothing any more. */
  readonly session: string;
  /** When it may not do this. */
  readonly permission: string;
}

/**
 * What refusals mean that have nothing to do with a post: who asks, whether they may, and how often they
 * did, Meta looks at before it does anything.
 *
 * @param changes - The endpoints that change something.
 */
export function standingRows(changes: readonly string[], hints: StandingHints): ErrorRow[] {
  const before = { endpoint: changes, absence: true } as const;
  return [
    { ...before, code: sessionCodes, kind: 'auth-expired', hint: hints.session },
    { code: sessionCodes, kind: 'auth-expired' },
    { ...before, code: budgetCodes, kind: 'rate-limited' },
    { code: budgetCodes, kind: 'rate-limited' },
    { ...before, code: permissionCodes, kind: 'permission', hint: hints.permission },
    { code: permissionCodes, kind: 'permission' },
  ];
}
