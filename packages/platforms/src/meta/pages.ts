import type { Account, PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { type GraphNetwork, readGraph } from './graph.ts';
import { Paging } from './wire.ts';

const InstagramAccount = z.object({ id: z.string(), username: z.string().optional() });

/** A page that a person may work on, with the token that opens it. */
export const ManagedPage = z.object({
  id: z.string(),
  name: z.string().optional(),
  /** The page's own token; absent where the person may not act for it. */
  access_token: z.string().optional(),
  /** What the person may do there: `CREATE_CONTENT`, `MODERATE`, `ANALYZE`, `MESSAGING`. */
  tasks: z.array(z.string()).optional(),
  /** The Instagram account that belongs to the page. */
  instagram_business_account: InstagramAccount.optional().catch(undefined),
});
/** A page that a person may work on. */
export type ManagedPage = z.infer<typeof ManagedPage>;

const Pages = z.object({ data: z.array(ManagedPage), paging: Paging });
const mostPages = 50;

/**
 * Every page that the person of a token may work on.
 *
 * @throws {@link PlatformError} `platform-call-failed`
 */
export async function listPages(
  network: GraphNetwork,
  account: Account,
  { version, userToken }: { readonly version: string; readonly userToken: string },
  io: PlatformIo,
): Promise<ManagedPage[]> {
  const pages: ManagedPage[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { data, paging } = await readGraph(
      network,
      account,
      {
        method: 'get',
        path: '/me/accounts',
        search: {
          fields: 'id,name,access_token,tasks,instagram_business_account{id,username}',
          limit: 100,
          after,
        },
        version,
        token: userToken,
        answer: Pages,
        timeoutSeconds: 30,
      },
      io,
    );
    pages.push(...data);
    after = paging?.next === undefined ? undefined : paging.cursors?.after;
    if (after === undefined) break;
  }
  return pages;
}
