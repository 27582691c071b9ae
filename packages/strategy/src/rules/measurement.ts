import type { Measure, MeasurementStage } from '../measurement.ts';
import { each, type Rule, when } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

const laterStages: readonly MeasurementStage[] = ['outputs', 'out-takes', 'outcomes', 'impact'];

/** Whether somebody will read each number that was promised. */
export const measurementRules: readonly Rule[] = [
  {
    id: 'strategy/measurement/measure',
    code: 'MEA001',
    severity: 'error',
    message: {
      en: 'Nothing in the measurement plan measures “{name}”.',
      fr: 'Rien dans le plan de mesure ne mesure « {name} ».',
    },
    fix: {
      en: 'Add a measure with its KPI, source, cadence and owner.',
      fr: 'Ajoutez une mesure avec indicateur, source, cadence et responsable.',
    },
    find: ({ objectives, measurement }) => {
      const measured = new Set(measurement.measures.map(({ objective }) => objective));
      return each(['objectives'], objectives, ({ id }) => !measured.has(id) && {});
    },
  },
  ofMeasure(
    'source',
    'MEA001',
    ({ source }) => source.trim() === '',
    {
      en: 'The measure of “{name}” does not say where the number comes from.',
      fr: 'La mesure de « {name} » ne dit pas d’où vient le chiffre.',
    },
    {
      en: 'Name the source: the network, web analytics, the till.',
      fr: 'Nommez la source : le réseau, l’analyse du site, la caisse.',
    },
  ),
  ofMeasure(
    'cadence',
    'MEA001',
    ({ cadence }) => cadence === undefined,
    {
      en: 'The measure of “{name}” does not say how often it is read.',
      fr: 'La mesure de « {name} » ne dit pas à quelle fréquence on la relève.',
    },
    {
      en: 'Choose daily, weekly, monthly or quarterly.',
      fr: 'Choisissez daily, weekly, monthly ou quarterly.',
    },
  ),
  ofMeasure(
    'owner',
    'MEA001',
    ({ owner }, { team }) => !team.members.some(({ id }) => id === owner),
    {
      en: 'Nobody of the team reads the measure of “{name}”.',
      fr: 'Personne de l’équipe ne relève la mesure de « {name} ».',
    },
    { en: 'Name a member of the team.', fr: 'Désignez un membre de l’équipe.' },
  ),
  ofMeasure(
    'objective',
    undefined,
    ({ objective }, { objectives }) => !objectives.some(({ id }) => id === objective),
    {
      en: 'A measure is for “{name}”, which is no objective of the plan.',
      fr: 'Une mesure concerne « {name} », qui n’est pas un objectif du plan.',
    },
    {
      en: 'Use the id of an objective, or remove the measure.',
      fr: 'Donnez l’identifiant d’un objectif, ou retirez la mesure.',
    },
  ),
  ofMeasure(
    'kpi',
    undefined,
    ({ objective, kpi }, { objectives }) =>
      objectives.some((each) => each.id === objective) &&
      !objectives.some((each) => each.id === objective && each.kpi === kpi),
    {
      en: '“{name}” is judged by one KPI and measured by another.',
      fr: '« {name} » est jugé sur un indicateur et mesuré par un autre.',
    },
    {
      en: 'Use the KPI of the objective in its measure.',
      fr: 'Reprenez dans la mesure l’indicateur de l’objectif.',
    },
  ),
  {
    id: 'strategy/measurement/stages',
    code: 'MEA002',
    severity: 'warning',
    message: {
      en: 'The plan says nothing of {measured}.',
      fr: 'Le plan ne dit rien de : {measured}.',
    },
    fix: {
      en: 'Say for each stage what is looked at, and in whose media.',
      fr: 'Dites pour chaque étape ce que l’on regarde, et dans quels médias.',
    },
    source: { url: 'https://amecorg.com/amecframework/', verifiedAt: '2026-11-21' },
    find: ({ measurement: { stages } }) => {
      const missing = laterStages.filter((stage) => !stages.some((cell) => cell.stage === stage));
      return when(missing.length > 0, ['measurement', 'stages'], {
        measured: missing.join(', '),
      });
    },
  },
];
/** A rule about single lines of the measurement plan. */
function ofMeasure(
  aspect: string,
  code: string | undefined,
  broken: (measure: Measure, strategy: Strategy) => boolean,
  message: Rule['message'],
  fix: Rule['fix'],
): Rule {
  return {
    id: `strategy/measurement/${aspect}`,
    ...(code !== undefined && { code }),
    severity: 'error',
    message,
    fix,
    find: (strategy) =>
      each(
        ['measurement', 'measures'],
        strategy.measurement.measures,
        (measure) =>
          broken(measure, strategy) && { at: [aspect], values: { name: measure.objective } },
      ),
  };
}
