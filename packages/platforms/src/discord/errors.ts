import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { Refusal } from './wire.ts';

const post = 'POST message';
const changes = [post, 'PATCH message/:id', 'DELETE message/:id'];

// Discord looks at a request before it does anything, and each of these codes says what it saw.
const rows: readonly ErrorRow[] = [
  {
    endpoint: changes,
    code: ['10015', '50027'],
    kind: 'gone',
    absence: true,
    hint: 'The webhook was deleted: make another one, and store its id and token.',
  },
  { endpoint: changes, code: ['10003', '10004', '10008'], kind: 'gone', absence: true },
  {
    endpoint: changes,
    code: ['50001', '50013'],
    kind: 'permission',
    absence: true,
    hint: 'Let the bot see the channel and send messages there.',
  },
  {
    endpoint: changes,
    code: ['200000', '200001', '240000'],
    kind: 'blocked',
    absence: true,
    hint: 'The server’s AutoMod or Discord itself refuses these words or links.',
  },
  {
    endpoint: changes,
    code: ['20016', '20028', '20029', '40062'],
    kind: 'rate-limited',
    absence: true,
  },
  { status: 429, kind: 'rate-limited', absence: true },
  {
    endpoint: changes,
    code: ['220001', '220002', '220003'],
    kind: 'invalid',
    absence: true,
    hint: 'A forum takes a thread’s title, other channels do not.',
  },
  {
    endpoint: changes,
    code: ['40005', '50045'],
    kind: 'invalid',
    absence: true,
    hint: 'Make the file smaller.',
  },
  {
    endpoint: changes,
    code: ['50006', '50035', '50109', '50083', '160005'],
    kind: 'invalid',
    absence: true,
  },
  { code: ['130000', '40004', '40006'], kind: 'transient' },
  { endpoint: changes, status: 401, kind: 'auth-expired', absence: true },
];

/**
 * What Discord's refusals mean.
 *
 * @see {@link https://discord.com/developers/docs/topics/opcodes-and-status-codes | Discord: codes} (2026-11-21)
 */
export const discordErrors: ErrorTable = {
  read(body) {
    const { data } = Refusal.safeParse(body);
    if (!data) return {};
    const { code, message } = data;
    return { message, ...(code !== undefined && code !== 0 && { code: String(code) }) };
  },
  rows,
  patienceSeconds: 60,
};
