import { type Account, Publication, simulatedClock, type Step, wallTimeAt } from '@affiche/core';
import {
  createPublisher,
  memoryVault,
  type PublisherOptions,
  sqliteOutbox,
} from '@affiche/publish';
import {
  modelNetwork,
  type ModelNetworkOptions,
  modelPlatform,
  type ModelPlatformOptions,
} from '@affiche/publish/conformance';

export const start = '2027-01-04T08:00:00Z';
export const account: Account = { platform: 'model', id: 'bakery' };

/** A step that shows a post. */
export const step: Step = {
  id: 'post-0',
  kind: 'post',
  item: 0,
  visibility: 'public',
  recognition: 'lookup',
  needs: [],
  costs: [],
  timeoutSeconds: 5,
  settleSeconds: 5,
  request: {},
};

/** One post by the baker, a minute after the start unless said otherwise. */
export function publication(
  id: string,
  {
    at = '2027-01-04T08:01:00Z',
    texts = [`text of ${id}`],
    ...rest
  }: { at?: string; texts?: string[] } & Partial<Omit<Publication, 'at'>> = {},
): Publication {
  return Publication.parse({
    id,
    account,
    at: wallTimeAt(at, 'Europe/Paris'),
    draft: {
      id,
      items: texts.map((text, item) => ({ text, role: item === 0 ? 'post' : 'reply' })),
    },
    ...rest,
  });
}

/** A publisher on a model network, with everything in memory and time that passes by itself. */
export function bench(
  network: Partial<ModelNetworkOptions> = {},
  platform: ModelPlatformOptions = {},
  publisher: Partial<PublisherOptions> = {},
) {
  const clock = simulatedClock({ start, automatic: true });
  const model = modelNetwork({ clock, recognition: 'evidence', ...network });
  const outbox = publisher.outbox ?? sqliteOutbox(':memory:');
  const vault = publisher.vault ?? memoryVault({ 'model:bakery': { password: 'open sesame' } });
  const adapter = modelPlatform(model, platform);
  const open = (more: Partial<PublisherOptions> = {}) =>
    createPublisher({
      platforms: [adapter],
      outbox,
      vault,
      clock,
      fetch: model.fetch,
      ...publisher,
      ...more,
    });
  return { clock, network: model, adapter, outbox, vault, open, publisher: open() };
}

/** Plans and applies in one go. */
export async function approve(
  publisher: ReturnType<typeof createPublisher>,
  publications: readonly Publication[],
): Promise<void> {
  await publisher.apply(await publisher.plan(publications), { approvedBy: 'client' });
}
