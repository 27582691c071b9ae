import { phraseOf, type Reader, readerOf } from '../audience/readers.ts';
import { type Account, findAccount } from './accounts.ts';
import { snowflake, type X } from './context.ts';
import { allPosts, audiencePost, type Post } from './posts.ts';

/** What a simulated reader wrote under a post. */
export interface ReaderPost {
  readonly id: string;
  readonly text: string;
  readonly about: Post;
  readonly reader: Reader;
  readonly at: number;
}

/** Everything that simulated readers have answered to an account's posts so far. */
export function readerPostsTo(x: X, account: Account): ReaderPost[] {
  return allPosts(x)
    .filter((post) => post.account === account.id)
    .flatMap((post) => readerPostsUnder(x, post));
}

/** Finds what a simulated reader wrote; nothing is stored of it, so everything is looked through. */
export function findReaderPost(x: X, id: string): ReaderPost | undefined {
  for (const post of allPosts(x)) {
    const found = readerPostsUnder(x, post).find((each) => each.id === id);
    if (found) return found;
  }
  return undefined;
}

/** The id of a simulated person; they come before all accounts. */
export function readerId({ index }: Reader): string {
  return String(1_000_000_000 + index);
}

function readerPostsUnder(x: X, about: Post): ReaderPost[] {
  const username = findAccount(x, about.account)?.username ?? '';
  return x.audience
    .actions(audiencePost(about), x.clock.now())
    .filter(({ kind }) => kind === 'reply')
    .map(({ at, reader, choice }) => ({
      id: snowflake(at, `${about.id} ${reader} ${choice}`),
      text: `@${username} ${phraseOf(choice, undefined)}`,
      about,
      reader: readerOf(reader),
      at,
    }));
}
