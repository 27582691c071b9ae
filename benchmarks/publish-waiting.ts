import { instant } from '@affiche/core';
import { benchPublisher } from './publish-crew.ts';

// Waits for what is scheduled, and says how much memory it ever took, in megabytes.
const [, , file = ''] = process.argv;
const publisher = benchPublisher({ engine: 'sqlite', file }, { url: 'http://127.0.0.1:1' });
await publisher.run({ until: instant(Date.now() + 3000) });
await publisher.close();
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
