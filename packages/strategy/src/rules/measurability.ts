import { accountKey, type Registry } from '@affiche/core';
import { eraBreaks } from '../era-break.ts';
import { missingFacts } from '../measurability.ts';
import type { Objective } from '../objective.ts';
import { each, type Rule } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

/** Whether the networks give what the KPIs of the objectives need. */
export const measurabilityRules: readonly Rule[] = [
  {
    id: 'strategy/measurement/measurable',
    code: 'MEA003',
    severity: 'error',
    message: {
      en: '“{name}” needs {measured}, which {platform} does not give.',
      fr: '« {name} » a besoin de {measured}, que {platform} ne donne pas.',
    },
    fix: {
      en: 'Choose a KPI that the network can answer, or another channel.',
      fr: 'Choisissez un indicateur auquel le réseau répond, ou un autre canal.',
    },
    find: (strategy, { kpis, registry }) =>
      each(['objectives'], strategy.objectives, (objective) => {
        const kpi = kpis.get(objective.kpi);
        const platforms = platformsOf(objective, strategy);
        if (!kpi || platforms.length === 0) return false;
        const gaps = platforms.map((id) => ({ id, missing: missingFacts(kpi, id, registry) }));
        if (gaps.some(({ missing }) => missing.length === 0)) return false;
        return {
          at: ['kpi'],
          measured: [...new Set(gaps.flatMap(({ missing }) => missing))].join(', '),
          values: { platform: gaps.map(({ id }) => nameOf(id, registry)).join(', ') },
        };
      }),
  },
  {
    id: 'strategy/measurement/everywhere',
    code: 'MEA003',
    severity: 'warning',
    message: {
      en: '“{name}” leaves out {measured}, where its KPI cannot be read.',
      fr: '« {name} » laisse de côté {measured}, où son indicateur est illisible.',
    },
    fix: {
      en: 'Name the account it is about, or choose a KPI that all channels give.',
      fr: 'Nommez le compte concerné, ou choisissez un indicateur que tous les canaux donnent.',
    },
    find: (strategy, { kpis, registry }) =>
      each(['objectives'], strategy.objectives, (objective) => {
        const kpi = kpis.get(objective.kpi);
        const platforms = platformsOf(objective, strategy);
        const silent = platforms.filter((id) => kpi && missingFacts(kpi, id, registry).length > 0);
        return (
          silent.length > 0 &&
          silent.length < platforms.length && { at: ['kpi'], measured: silent.join(', ') }
        );
      }),
  },
  {
    id: 'strategy/measurement/same-era',
    code: 'OBJ002',
    severity: 'warning',
    message: {
      en: 'The baseline of “{name}” is of {measured}; {platform} counts otherwise since {limit}.',
      fr: 'Le point de départ de « {name} » date du {measured} ; {platform} compte autrement depuis le {limit}.',
    },
    fix: {
      en: 'Take a baseline from after {limit}.',
      fr: 'Prenez un point de départ postérieur au {limit}.',
    },
    find: (strategy, { kpis, registry }) =>
      each(['objectives'], strategy.objectives, (objective) => {
        const { kpi, baselineAsOf } = objective;
        const facts = kpis.get(kpi)?.facts ?? [];
        const platforms = platformsOf(objective, strategy);
        const broken = eraBreaks.find(
          (each) =>
            platforms.includes(each.platform) &&
            each.facts.some((fact) => facts.includes(fact)) &&
            baselineAsOf !== undefined &&
            baselineAsOf < each.from,
        );
        return (
          broken !== undefined && {
            at: ['baselineAsOf'],
            measured: baselineAsOf ?? '',
            limit: broken.from,
            values: { platform: nameOf(broken.platform, registry) },
          }
        );
      }),
  },
];

/** The networks an objective is about: that of its account, or those of all channels. */
function platformsOf({ account }: Objective, { channels }: Strategy): string[] {
  const concerned = channels.filter(
    (channel) =>
      channel.medium !== 'offline' &&
      (account === undefined || accountKey(channel.account) === account),
  );
  return [...new Set(concerned.map((channel) => channel.account.platform))];
}

function nameOf(platform: string, registry: Registry): string {
  return registry.networks.find(({ id }) => id === platform)?.name ?? platform;
}
