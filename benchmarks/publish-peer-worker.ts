import type { BenchPlatform, BenchStore } from './publish-crew.ts';
import { openPeer } from './publish-peer.ts';

// A worker of the peer; works until it is stopped.
const [store, platform] = process.argv.slice(2).map((each) => JSON.parse(each) as unknown);
const peer = await openPeer(store as BenchStore);
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
process.stdin.destroy();
await peer.work(platform as BenchPlatform);
