import { renderReport } from '@affiche/report';
import { largeReport } from '../packages/report/test/large-report.ts';
import { type Claim, cpuMilliseconds } from './claim.ts';

// Nobody else makes this page, so the peer is patience: three seconds.
const patience = 3000;

export async function bench(): Promise<Claim[]> {
  const input = largeReport(10_000);
  const ours = await cpuMilliseconds(() => renderReport(input));
  return [
    {
      claim: 'A report of 10,000 posts is one page in well under three seconds',
      ours,
      peer: patience,
      peerName: 'what a reader waits for',
      unit: 'ms',
      ratio: patience / ours,
      goal: 'under 3,000 ms',
      met: ours < patience,
    },
  ];
}
