import type { Registry } from '@affiche/core';
import type { KnownKpi } from './known-kpi.ts';

// What the field calls engagement: a network that counts any of the three gives some.
const engagement = ['reactions', 'comments', 'shares'];

// Facts about people and posts that nobody but the network can know.
const onlyNetworksKnow = new Set([
  ...engagement,
  'engagements',
  'impressions',
  'views',
  'reach',
  'saves',
  'followers',
]);

/** The facts of a KPI that a network does not give. Facts from elsewhere, such as sales, never miss. */
export function missingFacts(kpi: KnownKpi, platform: string, registry: Registry): string[] {
  const given = givenFacts(platform, registry);
  if (!given) return [];
  return kpi.facts
    .map((fact) => (fact === 'followersAtPublication' ? 'followers' : fact))
    .filter((fact) => onlyNetworksKnow.has(fact))
    .filter((fact) =>
      fact === 'engagements' ? !engagement.some((each) => given.has(each)) : !given.has(fact),
    );
}

/** What a network gives, by its registry entry; `undefined` for a network nobody described. */
function givenFacts(platform: string, registry: Registry): ReadonlySet<string> | undefined {
  const network = registry.networks.find(({ id }) => id === platform);
  return network && new Set(Object.values(network.nativeMetrics));
}
