import type { CampaignBrief } from '../campaign.ts';
import { each, type Rule, when } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

/** Whether those who make a campaign have what they need. */
export const campaignRules: readonly Rule[] = [
  ofCampaign(
    'brief',
    'error',
    ({ audiences, objectives }, strategy) =>
      !audiences.some((id) => strategy.audiences.some((each) => each.id === id)) ||
      !objectives.some((id) => strategy.objectives.some((each) => each.id === id)),
    {
      en: 'The brief of “{name}” does not say for whom or what for.',
      fr: 'Le brief de « {name} » ne dit pas pour qui ou pour quoi.',
    },
    {
      en: 'Name an audience and an objective of the plan.',
      fr: 'Citez un public et un objectif du plan.',
    },
  ),
  ofCampaign(
    'dates',
    'error',
    ({ from, to }) => to < from,
    { en: '“{name}” ends before it starts.', fr: '« {name} » finit avant de commencer.' },
    { en: 'Swap the dates.', fr: 'Échangez les dates.' },
  ),
  ofCampaign(
    'inside-period',
    'warning',
    ({ from, to }, { period }) => from < period.from || to > period.to,
    {
      en: '“{name}” runs outside the days of the plan.',
      fr: '« {name} » sort des jours du plan.',
    },
    {
      en: 'Move its dates inside, or make the period longer.',
      fr: 'Ramenez ses dates dans le plan, ou allongez la période.',
    },
  ),
  {
    id: 'strategy/campaign/platforms',
    severity: 'error',
    message: {
      en: '“{name}” runs on {measured}, where the plan has no channel.',
      fr: '« {name} » passe par {measured}, où le plan n’a aucun canal.',
    },
    fix: {
      en: 'Add a channel on {measured}, or take {measured} out of the campaign.',
      fr: 'Ajoutez un canal sur {measured}, ou retirez {measured} de la campagne.',
    },
    find: ({ campaigns, channels }) => {
      const planned = new Set(channels.map(({ account }) => account.platform));
      return campaigns.flatMap(({ name, platforms }, index) =>
        platforms.flatMap((id, place) =>
          planned.has(id)
            ? []
            : [{ path: ['campaigns', index, 'platforms', place], measured: id, values: { name } }],
        ),
      );
    },
  },
  ofCampaign(
    'variants',
    'warning',
    ({ platforms, variants }) =>
      platforms.some((id) => !variants.some(({ platform }) => platform === id)),
    {
      en: '“{name}” has no variant for one of its networks.',
      fr: '« {name} » n’est pas déclinée pour l’un de ses réseaux.',
    },
    {
      en: 'Write one variant for each network, or call declineCampaign.',
      fr: 'Écrivez une déclinaison par réseau, ou appelez declineCampaign.',
    },
  ),
  ofCampaign(
    'traceable',
    'error',
    ({ id, variants }) => variants.some(({ campaign }) => campaign !== id),
    {
      en: 'A variant of “{name}” says it comes from another brief.',
      fr: 'Une déclinaison de « {name} » dit venir d’un autre brief.',
    },
    {
      en: 'Set the variant’s campaign to the id of its brief.',
      fr: 'Mettez dans la déclinaison l’identifiant de son brief.',
    },
  ),
  ofCampaign(
    'tracking',
    'warning',
    ({ tracking }) => tracking === undefined,
    {
      en: 'Nobody will be able to tell the visits of “{name}” from others.',
      fr: 'On ne saura pas distinguer les visites dues à « {name} ».',
    },
    {
      en: 'Set tracking, so that its links carry UTM parameters.',
      fr: 'Réglez tracking, pour que ses liens portent des paramètres UTM.',
    },
    'CAL006',
  ),
  {
    id: 'strategy/review/none',
    code: 'OBJ003',
    severity: 'warning',
    message: {
      en: 'Nobody has planned to look at the plan again.',
      fr: 'Personne n’a prévu de revoir le plan.',
    },
    fix: {
      en: 'Set review: how often, on which days, with whom.',
      fr: 'Réglez review : à quel rythme, quels jours, avec qui.',
    },
    find: ({ review }) => when(!review, ['review']),
  },
  {
    id: 'strategy/review/inside-period',
    code: 'OBJ003',
    severity: 'error',
    message: {
      en: 'The review of {measured} is outside the days of the plan.',
      fr: 'Le point du {measured} sort des jours du plan.',
    },
    fix: { en: 'Move it inside {limit}.', fr: 'Ramenez-le dans {limit}.' },
    find: ({ review, period }) =>
      (review?.dates ?? []).flatMap((date, index) =>
        when(date < period.from || date > period.to, ['review', 'dates', index], {
          measured: date,
          limit: `${period.from} – ${period.to}`,
        }),
      ),
  },
];

function ofCampaign(
  aspect: string,
  severity: Rule['severity'],
  broken: (campaign: CampaignBrief, strategy: Strategy) => boolean,
  message: Rule['message'],
  fix: Rule['fix'],
  code?: string,
): Rule {
  return {
    id: `strategy/campaign/${aspect}`,
    ...(code !== undefined && { code }),
    severity,
    message,
    fix,
    find: (strategy) =>
      each(['campaigns'], strategy.campaigns, (campaign) => broken(campaign, strategy) && {}),
  };
}
