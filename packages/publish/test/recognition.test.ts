import { auditPosts, type ModelFault, type ModelRecognition } from '@affiche/publish/conformance';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

const recognitions: ModelRecognition[] = ['client-key', 'handle', 'evidence', 'lookup', 'none'];
const unclear: ModelFault[] = [
  'cut-before',
  'cut-after',
  'error-before',
  'error-after',
  'nonsense-after',
];

describe.each(recognitions)('on a network that recognises repeats by %s', (recognition) => {
  it('publishes a post once', async () => {
    const { publisher, network } = bench({ recognition });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(network.posts.map(({ intent }) => intent)).toEqual(['a/0']);
    expect((await publisher.status()).counts.published).toBe(1);
  });

  it.each(unclear)('publishes at most once after %s', async (fault) => {
    const { publisher, network } = bench({ recognition });
    network.faults.push(fault);
    await approve(publisher, [publication('a')]);
    await publisher.run();
    const { missing, doubled } = auditPosts(network.posts, ['a/0']);
    const { counts } = await publisher.status();
    expect(doubled).toEqual([]);
    const canTell = recognition !== 'none';
    expect(counts[canTell ? 'published' : 'parked']).toBe(1);
    expect(canTell ? missing : []).toEqual([]);
  });
});
