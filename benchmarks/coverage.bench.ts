import {
  type AudienceSegment,
  fitPostingTimes,
  type PostingTimeModel,
  type SlotEstimate,
} from '@affiche/schedule';
import { coverageOf } from '@affiche/schedule/audience';
import type { Claim } from './claim.ts';

const zone = 'Europe/Paris';
const asOf = '2027-01-04T08:00:00Z';

/** What a schedule for four zones gains for the zone that is reached least, and what it costs. */
export async function bench(): Promise<Claim[]> {
  const audience: AudienceSegment[] = [
    { id: 'paris', zone, weight: 0.28 },
    { id: 'new-york', zone: 'America/New_York', weight: 0.26 },
    { id: 'tokyo', zone: 'Asia/Tokyo', weight: 0.23 },
    { id: 'los-angeles', zone: 'America/Los_Angeles', weight: 0.23 },
  ];
  const model = fitPostingTimes([], { zone, objective: 'awareness', now: asOf });
  const best = mostSeen(model, audience);
  const covered = model.coverageSlots(7, audience, { fairness: 0 });
  const gain = worst(covered.reach) / worst(best.reach) - 1;
  return [
    {
      claim: 'Seven posts a week for four zones: reach of the least reached',
      ours: worst(covered.reach) * 100,
      peer: worst(best.reach) * 100,
      peerName: 'the seven most seen hours',
      unit: '%',
      ratio: worst(covered.reach) / worst(best.reach),
      goal: `at least +25 % for at most 2 % of impressions (they cost ${(-covered.impressions * 100).toFixed(1)} %)`,
      met: gain >= 0.25 && covered.impressions >= -0.02,
    },
  ];
}

function worst(reach: Readonly<Record<string, number>>): number {
  return Math.min(...Object.values(reach));
}

/** The seven hours that most people see, each by itself: what a table of best hours would say. */
function mostSeen(model: PostingTimeModel, audience: readonly AudienceSegment[]) {
  const ranked: SlotEstimate[] = [];
  const left = [...model.surface()];
  while (ranked.length < 7) {
    // Of what is left, the hour that covers most when it is alone.
    const seen = left.map((estimate) => ({ estimate, views: viewsOf(estimate, audience) }));
    const top = seen.reduce((most, each) => (each.views > most.views ? each : most)).estimate;
    ranked.push(top);
    left.splice(left.indexOf(top), 1);
  }
  return { reach: reachOf(ranked, audience) };
}

function viewsOf(estimate: SlotEstimate, audience: readonly AudienceSegment[]): number {
  const { reach } = coverageOf([estimate], audience, { zone, asOf });
  return audience.reduce((sum, { id, weight }) => sum + weight * (reach[id] ?? 0), 0);
}

function reachOf(slots: readonly SlotEstimate[], audience: readonly AudienceSegment[]) {
  return coverageOf(slots, audience, { zone, asOf }).reach;
}
