import { familyKinds, familyLevel } from '../known-kpi.ts';
import { each, type Rule, when } from '../rule.ts';

const mostObjectives = 5;
/** How many robust standard deviations from history need a reason. */
const plausibleDeviations = 3;
const emptyMetrics = new Set(['awareness', 'engagement', 'video']);

/** Whether each objective is worth reaching, and can be reached. */
export const targetRules: readonly Rule[] = [
  {
    id: 'strategy/objective/orphan',
    code: 'OBJ005',
    severity: 'warning',
    message: {
      en: '“{name}” serves no objective of the business.',
      fr: '« {name} » ne sert aucun objectif de l’entreprise.',
    },
    fix: {
      en: 'Say in `alignsWith` what the company gains, or drop it.',
      fr: 'Dites dans `alignsWith` ce que l’entreprise y gagne, ou retirez-le.',
    },
    find: ({ objectives, businessObjectives }) => {
      const known = new Set(businessObjectives.map(({ id }) => id));
      return each(
        ['objectives'],
        objectives,
        ({ alignsWith }) => !alignsWith.some((id) => known.has(id)) && { at: ['alignsWith'] },
      );
    },
  },
  {
    id: 'strategy/objective/plausible',
    code: 'OBJ006',
    severity: 'warning',
    message: {
      en: '“{name}” aims at {measured}; history makes {limit} likely.',
      fr: '« {name} » vise {measured} ; l’historique rend probable {limit}.',
    },
    fix: {
      en: 'Lower the target, or write the rationale: what will be different this time?',
      fr: 'Abaissez la cible, ou écrivez dans `rationale` ce qui changera cette fois.',
    },
    find: ({ objectives }) =>
      each(['objectives'], objectives, ({ target, history, rationale }) => {
        const spread = robustSpread(history);
        if (!spread || rationale !== undefined) return false;
        const { centre, deviation } = spread;
        const reach = plausibleDeviations * deviation;
        return (
          Math.abs(target - centre) > reach && {
            at: ['target'],
            measured: target,
            limit: `${round(centre - reach)} – ${round(centre + reach)}`,
          }
        );
      }),
  },
  {
    id: 'strategy/objective/few',
    code: 'OBJ007',
    severity: 'warning',
    message: {
      en: 'The plan has {measured} objectives; nobody steers by more than {limit}.',
      fr: 'Le plan a {measured} objectifs ; personne n’en suit plus de {limit}.',
    },
    fix: {
      en: 'Keep the {limit} that the client would ask about first.',
      fr: 'Gardez les {limit} dont le client parlerait en premier.',
    },
    find: ({ objectives }) =>
      when(objectives.length > mostObjectives, ['objectives'], {
        measured: objectives.length,
        limit: mostObjectives,
        unit: 'objectives',
      }),
  },
  {
    id: 'strategy/objective/level',
    code: 'OBJ008',
    severity: 'error',
    message: {
      en: '“{name}” claims an {limit}, but {kpi} measures an {measured}.',
      fr: '« {name} » annonce un résultat de niveau {limit}, mais {kpi} mesure le niveau {measured}.',
    },
    fix: {
      en: 'Measure what people do afterwards: conversions, leads, visits, revenue.',
      fr: 'Mesurez ce que les gens font ensuite : conversions, contacts, visites, chiffre d’affaires.',
    },
    find: ({ objectives }, { kpis }) =>
      each(['objectives'], objectives, ({ kpi, level }) => {
        const measured = familyLevel[kpis.get(kpi)?.family ?? ''];
        const claimed = level === 'outcome' || level === 'impact';
        const short = measured === 'output' || measured === 'out-take';
        return claimed && short && { at: ['level'], measured, limit: level, values: { kpi } };
      }),
  },
  {
    id: 'strategy/objective/vanity',
    severity: 'warning',
    message: {
      en: '“{name}” is meant for {limit}, but {measured} can rise without any.',
      fr: '« {name} » vise « {limit} », mais {measured} peut monter sans cela.',
    },
    fix: {
      en: 'Choose a KPI of {limit}, and keep {measured} for diagnosis.',
      fr: 'Choisissez un indicateur de « {limit} », et gardez {measured} pour le diagnostic.',
    },
    find: ({ objectives }, { kpis }) =>
      each(['objectives'], objectives, ({ kpi, kind }) => {
        const family = kpis.get(kpi)?.family ?? '';
        return (
          emptyMetrics.has(family) &&
          !familyKinds[family]?.includes(kind) && { at: ['kpi'], measured: kpi, limit: kind }
        );
      }),
  },
  {
    id: 'strategy/objective/kind',
    severity: 'info',
    message: {
      en: '“{name}” is an objective of {limit}; {measured} usually stands for something else.',
      fr: '« {name} » est un objectif de type « {limit} » ; {measured} sert d’ordinaire à autre chose.',
    },
    fix: {
      en: 'Change the kind or the KPI, so that reports group it well.',
      fr: 'Changez le type ou l’indicateur, pour que les bilans le rangent bien.',
    },
    find: ({ objectives }, { kpis }) =>
      each(['objectives'], objectives, ({ kpi, kind }) => {
        const family = kpis.get(kpi)?.family ?? '';
        const kinds = emptyMetrics.has(family) ? undefined : familyKinds[family];
        return kinds && !kinds.includes(kind) && { at: ['kind'], measured: kpi, limit: kind };
      }),
  },
  {
    id: 'strategy/objective/no-change',
    severity: 'error',
    message: {
      en: '“{name}” ends where it starts, at {measured}.',
      fr: '« {name} » finit où il commence, à {measured}.',
    },
    fix: {
      en: 'Set the target to the value that would make the client renew.',
      fr: 'Mettez pour cible la valeur qui ferait renouveler le client.',
    },
    find: ({ objectives }) =>
      each(
        ['objectives'],
        objectives,
        ({ baseline, target }) => baseline === target && { at: ['target'], measured: target },
      ),
  },
  {
    id: 'strategy/objective/direction',
    severity: 'warning',
    message: {
      en: '“{name}” moves {measured} the wrong way, from {from} to {to}.',
      fr: '« {name} » fait aller {measured} dans le mauvais sens, de {from} à {to}.',
    },
    fix: {
      en: 'Swap baseline and target, or choose another KPI.',
      fr: 'Échangez point de départ et cible, ou choisissez un autre indicateur.',
    },
    find: ({ objectives }, { kpis }) =>
      each(['objectives'], objectives, ({ kpi, baseline, target }) => {
        const better = kpis.get(kpi)?.better ?? 'neither';
        const worse = better === 'higher' ? target < baseline : target > baseline;
        return (
          better !== 'neither' &&
          worse && { at: ['target'], measured: kpi, values: { from: baseline, to: target } }
        );
      }),
  },
];

/** Median and scaled median absolute deviation; too little history has none. */
function robustSpread(
  history: readonly number[],
): { readonly centre: number; readonly deviation: number } | undefined {
  if (history.length < 5) return undefined;
  const centre = median(history);
  const deviation = 1.4826 * median(history.map((value) => Math.abs(value - centre)));
  return deviation > 0 ? { centre, deviation } : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
