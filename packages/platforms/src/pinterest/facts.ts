import { type Account, ConfigurationError, Instant, instant, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readPinterest } from './api.ts';
import type { PinterestSettings } from './settings.ts';
import { Boards, Sections, UserAccount } from './wire.ts';

/** A board of the account. */
export const PinterestBoard = z.object({
  id: z.string(),
  name: z.string(),
  /** `PUBLIC`, `PROTECTED` or `SECRET`. */
  privacy: z.string().optional(),
  /** Its sections; absent where nobody asked. */
  sections: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});
/** A board of the account. */
export type PinterestBoard = z.infer<typeof PinterestBoard>;

/** What differs between accounts: where pins can go. */
export const PinterestFacts = z.object({
  username: z.string().optional(),
  /** Absent where nobody asked yet. */
  boards: z.array(PinterestBoard).optional(),
  readAt: Instant.optional(),
});
/** What differs between accounts: where pins can go. */
export type PinterestFacts = z.infer<typeof PinterestFacts>;

const pageSize = 250;
const mostPages = 8;

/** Asks who the account is, and for its boards and their sections. */
export async function readFacts(
  account: Account,
  io: PlatformIo,
  { boardsWithSections = 20 }: PinterestSettings,
): Promise<PinterestFacts> {
  const { username } = await readUser(account, io);
  const boards: PinterestBoard[] = [];
  let bookmark: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await readPinterest(
      account,
      { path: '/boards', search: { page_size: pageSize, bookmark }, answer: Boards },
      io,
    );
    boards.push(
      ...answer.items.map(({ id, name, privacy }) => ({ id, name, privacy: privacy ?? 'PUBLIC' })),
    );
    bookmark = answer.bookmark ?? undefined;
    if (bookmark === undefined) break;
  }
  for (const [index, board] of boards.slice(0, boardsWithSections).entries()) {
    boards[index] = { ...board, sections: await readSections(account, board.id, io) };
  }
  return {
    ...(username !== undefined && { username }),
    boards,
    readAt: instant(io.clock.now()),
  };
}

async function readSections(account: Account, board: string, io: PlatformIo) {
  const { items } = await readPinterest(
    account,
    {
      path: `/boards/${board}/sections`,
      endpoint: '/boards/:board/sections',
      search: { page_size: pageSize },
      answer: Sections,
    },
    io,
  );
  return items.flatMap(({ id, name }) => (id === undefined ? [] : [{ id, name }]));
}

/** Asks whose account it is. */
export function readUser(account: Account, io: PlatformIo) {
  return readPinterest(account, { path: '/user_account', answer: UserAccount }, io);
}

/** Makes sure that the token opens the account and no other. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { id, username } = await readUser(account, io);
  if (id === undefined || id === account.id) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the Pinterest account ${account.id} opens ${id} (${username ?? 'no name'})`,
    hint: 'Store the token of the account itself, or correct account.id.',
    details: { expected: account.id, actual: id },
  });
}
