import { benchPublisher, type BenchStore, type BenchPlatform } from './publish-crew.ts';

// One of several processes on an outbox; works until nothing is left. It waits for a line on its
// standard input, so that all begin together.
const [store, platform] = process.argv.slice(2).map((each) => JSON.parse(each) as unknown);
const publisher = benchPublisher(store as BenchStore, platform as BenchPlatform);
await publisher.status({ states: ['parked'] });
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
process.stdin.destroy();
await publisher.run();
await publisher.close();
