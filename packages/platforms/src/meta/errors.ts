import type { ErrorTable } from '../error-table.ts';
import { budgetCodes, permissionCodes, readGraphError, sessionCodes } from './graph-error.ts';

/** What refusals mean where somebody signs in. */
export const metaErrors: ErrorTable = {
  read: readGraphError({ pairs: ['100/33'], subcodes: [] }),
  rows: [
    {
      code: sessionCodes,
      kind: 'auth-expired',
      hint: 'Let the person sign in again: Meta renews no token that has ended.',
    },
    { code: budgetCodes, kind: 'rate-limited' },
    { code: permissionCodes, kind: 'permission' },
    {
      code: '100',
      kind: 'invalid',
      hint: 'A code is good once and for some minutes, and only with the redirectUri it was asked with.',
    },
    { code: ['1', '2'], kind: 'transient' },
  ],
  patienceSeconds: 300,
};
