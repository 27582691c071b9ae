import { contentHash } from '@affiche/core';
import type { Outbox } from '../outbox/outbox.ts';
import type { World } from './world.ts';

/** What a user was promised while posts were going out. */
export interface Meddling {
  /** Publications whose cancellation was confirmed: nothing of them may ever be seen. */
  readonly withdrawn: Set<string>;
}

/** Edits, moves, cancels and pauses at random, and keeps the promises that were made. */
export async function meddle(world: World, outbox: Outbox, { withdrawn }: Meddling): Promise<void> {
  const { random, clock, ids } = world;
  while (!world.isCalm) {
    await clock.sleep(random() * 200);
    const id = ids[Math.floor(random() * ids.length)] ?? '';
    const [entry] = await outbox.find([id]);
    if (world.isCalm || !entry || withdrawn.has(id)) continue;
    const what = random();
    if (what < 0.2) {
      if ((await outbox.edit(id, { kind: 'cancel' }, 'user')) === 'done') withdrawn.add(id);
    } else if (what < 0.5) {
      const dueAt = clock.now() + Math.floor(random() * 120_000);
      const { at } = entry.publication;
      await outbox.edit(id, { kind: 'reschedule', at, dueAt, zoneData: '' }, 'user');
    } else if (what < 0.8) {
      const { draft } = entry.publication;
      const items = draft.items.map((item) => Object.assign({}, item, { text: `${item.text}!` }));
      const publication = { ...entry.publication, draft: { ...draft, items } };
      const change = {
        kind: 'update' as const,
        publication,
        hash: contentHash(publication),
        dueAt: entry.dueAt,
        scope: 'simulation',
        basis: entry.revision,
      };
      await outbox.apply([change], { approvedBy: 'user', plan: 'edit', zoneData: '' });
    } else {
      const scope = random() < 0.5 ? '*' : `account:${entry.account}`;
      await outbox.pause({ scope, by: 'user', reason: 'a test' });
      await clock.sleep(random() * 60);
      await outbox.resume(scope, 'user');
    }
  }
}
