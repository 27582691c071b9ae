import type { Entry, PublicationState } from '../outbox/entry.ts';
import { findBrokenLogEntry } from '../outbox/log-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Meddling } from './user.ts';
import type { World } from './world.ts';

/** What the network shows against what the outbox says. Each is a list of posts or publications. */
export interface Verdicts {
  /** Said to be out and not there, or neither out nor ended. */
  readonly lost: readonly string[];
  /** There twice. */
  readonly doubled: readonly string[];
  /** There, although the outbox says that it is not, or somebody was told that it would not be. */
  readonly ghosts: readonly string[];
  /** There with another text than the one that was approved last. */
  readonly outdated: readonly string[];
  /** Left to a person, and named. */
  readonly parked: readonly string[];
  /** Whether the log holds together. */
  readonly isLogWhole: boolean;
}

const ended: ReadonlySet<PublicationState> = new Set([
  'published',
  'partial',
  'parked',
  'failed',
  'cancelled',
  'missed',
]);

const silent: ReadonlySet<PublicationState> = new Set(['failed', 'cancelled', 'missed']);

/** Compares what is on the network with what the outbox says. */
export async function audit(
  { network, ids }: World,
  outbox: Outbox,
  { withdrawn }: Meddling,
): Promise<Verdicts> {
  const byIntent = Map.groupBy(network.posts, ({ intent }) => intent);
  const entries = await outbox.find(ids);
  const posts = await outbox.posts({});
  const lost: string[] = [];
  const ghosts: string[] = [];
  const outdated: string[] = [];
  for (const entry of entries) {
    const { id } = entry.publication;
    const intents = entry.publication.draft.items.map((_, item) => `${id}/${item}`);
    const visible = intents.filter((intent) => byIntent.has(intent));
    const recorded = posts.filter(({ publication }) => publication === id).length;
    const isIncomplete = entry.state === 'published' && visible.length < intents.length;
    if (!ended.has(entry.state) || isIncomplete || recorded > visible.length) lost.push(id);
    if (visible.length > 0 && (withdrawn.has(id) || (await isDenied(outbox, entry)))) {
      ghosts.push(id);
    }
    if (visible.some((intent) => !isApproved(entry, intent, byIntent.get(intent)?.[0]?.text))) {
      outdated.push(id);
    }
  }
  return {
    lost,
    ghosts,
    outdated,
    doubled: [...byIntent].flatMap(([intent, found]) => (found.length > 1 ? [intent] : [])),
    parked: entries.flatMap(({ state, publication }) => (state === 'parked' ? publication.id : [])),
    isLogWhole: findBrokenLogEntry(await outbox.log({})) === undefined,
  };
}

/** Whether the outbox says that nothing of it is out; one that was cancelled in doubt stays in doubt. */
async function isDenied(outbox: Outbox, { state, publication }: Entry): Promise<boolean> {
  if (!silent.has(state)) return false;
  return (await outbox.steps(publication.id)).every(({ attempt }) => attempt === undefined);
}

function isApproved({ publication }: Entry, intent: string, text: string | undefined): boolean {
  const item = Number(intent.slice(intent.lastIndexOf('/') + 1));
  return publication.draft.items[item]?.text === text;
}
