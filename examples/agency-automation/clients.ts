import { readdir, readFile } from 'node:fs/promises';
import { Draft, PlainDate } from '@affiche/core';
import type { Idea } from '@affiche/schedule';
import type { Strategy } from '@affiche/strategy';
import { parseStrategy } from '@affiche/strategy/yaml';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a client answered to the plan of a week. */
const Reply = z.object({
  approved: z.boolean(),
  /** Ids of posts that should not go out. */
  without: z.array(z.string()).default([]),
  /** Something happened after the approval: nothing more goes out for this client. */
  stop: z.string().optional(),
});
export type Reply = z.infer<typeof Reply>;

const Posts = z.array(
  z.object({ week: PlainDate, id: z.string(), pillar: z.string(), text: z.string() }),
);

/** A client of the agency: a folder of plain files. */
export interface Client {
  /** The name of the folder, and of the client in accounts. */
  readonly id: string;
  readonly strategy: Strategy;
  /** The ideas for the week that begins on this Monday. */
  readonly ideas: (monday: PlainDate) => Idea[];
  /** What the client answered; nothing while there is no answer. */
  readonly reply: (monday: PlainDate) => Reply | undefined;
}

/** Reads every client's folder. */
export async function readClients(folder: string): Promise<Client[]> {
  const ids = (await readdir(folder)).toSorted();
  return Promise.all(ids.map((id) => readClient(`${folder}/${id}`, id)));
}

async function readClient(folder: string, id: string): Promise<Client> {
  const read = (name: string) => readFile(`${folder}/${name}.yaml`, 'utf8');
  const strategy = parseStrategy(await read('strategy'));
  const posts = Posts.parse(parse(await read('posts')));
  const replies = z.record(PlainDate, Reply).parse(parse(await read('replies')));
  return {
    id,
    strategy,
    ideas: (monday) =>
      posts
        .filter(({ week }) => week === monday)
        .map(({ id: post, pillar, text }) => ({
          draft: Draft.parse({ id: post, pillar, language: 'en', items: [{ text }] }),
        })),
    reply: (monday) => replies[monday],
  };
}
