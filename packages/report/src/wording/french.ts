import type { Formats } from '../formats.ts';
import type { Wording } from './english.ts';
import { frenchKpis } from './french-kpis.ts';
import { frenchPlan } from './french-plan.ts';
import { frenchResults } from './french-results.ts';

const posts = (count: number, formats: Formats) =>
  `${formats.count(count)} ${count < 2 ? 'publication' : 'publications'}`;

// What agrees with its number: two « atteints ».
const agreed = (count: number, standing: string) =>
  count > 1 && /(?:atteint|mesuré)$/.test(standing) ? `${standing}s` : standing;

/** Every word of a report in French. */
export const french: Wording = {
  eyebrow: 'Bilan des réseaux sociaux',
  asOf: (date) => `Chiffres au ${date}`,
  skip: 'Aller au bilan',
  contents: 'Sommaire',
  preparedBy: (agency) => `Préparé par ${agency}`,
  dataBehind: 'Les chiffres du graphique',
  noPillar: 'Sans pilier',
  unknown: 'inconnu',
  networks: (count) => `${count} réseaux`,
  posts,
  verdicts: {
    reached: 'Atteint',
    'on-track': 'En bonne voie',
    behind: 'En retard',
    missed: 'Non atteint',
    'too-early': 'Trop tôt pour juger',
    unknown: 'Non mesuré',
  },
  statuses: {
    ok: 'connu',
    'zero-denominator': 'indéfini : rien par quoi diviser',
    'missing-input': 'non mesuré',
    'mixed-definitions': 'compté de plusieurs façons',
    'low-base': 'trop peu de cas',
  },
  severities: { error: 'À corriger', warning: 'À vérifier', info: 'À savoir' },
  keyFigures: 'Chiffres clés',
  tiles: {
    objectives: 'objectifs atteints ou en bonne voie',
    of: (part, whole) => `${part} sur ${whole}`,
    posts: (count, networks) => `${count < 2 ? 'publication' : 'publications'} sur ${networks}`,
    engagements: 'réactions, réponses et partages',
    budget: 'de budget',
    roi: 'de retour sur les dépenses',
  },
  summary: {
    title: 'En bref',
    plan: (count, networks, weeks, formats) =>
      `Le plan : ${posts(count, formats)} sur ${networks} en ${weeks === 1 ? 'une semaine' : `${weeks} semaines`}.`,
    noPlan: 'Aucune publication n’est encore prévue sur la période.',
    standings: {
      reached: 'atteint',
      'on-track': 'en bonne voie',
      behind: 'en retard',
      missed: 'non atteint',
      'too-early': 'trop tôt pour juger',
      unknown: 'non mesuré',
    },
    objectives: (counts, total, formats) => {
      const [[, standing] = [0, '']] = counts;
      if (total === 1) return `Le seul objectif : ${standing}.`;
      if (counts.length === 1) return `Les ${total} objectifs : ${agreed(total, standing)}.`;
      const parts = counts.map(([count, standing]) => `${count} ${agreed(count, standing)}`);
      return `Sur ${total} objectifs : ${formats.list(parts)}.`;
    },
    named: (standing, names) => `${standing} : ${names}.`,
    money: (returned, range) => `Le retour sur les dépenses est de ${returned}. ${range}`,
    best: (slot) =>
      `La meilleure heure pour publier, pour autant que le passé le dise : ${slot} par rapport aux heures habituelles.`,
    noBest: 'Le passé ne désigne aucune heure comme meilleure que les autres.',
    noPast: 'Aucune publication passée ne dit encore quelle heure est la meilleure.',
    findings: (errors, warnings) =>
      `Les contrôles ont relevé ${[
        errors > 0 && `${errors} ${errors === 1 ? 'point' : 'points'} à corriger`,
        warnings > 0 &&
          `${warnings} ${errors > 0 ? '' : warnings === 1 ? 'point ' : 'points '}à vérifier`,
      ]
        .filter((part) => part !== false)
        .join(' et ')}.`,
    clean: 'Les contrôles n’ont rien trouvé à corriger.',
  },
  method: {
    title: 'Comment ce bilan est fait',
    lead: 'Les chiffres veulent dire ce qui est écrit ici, et rien de plus.',
    unknownTerm: 'Inconnu n’est pas zéro',
    unknown:
      'Un chiffre qu’un réseau n’a pas donné apparaît comme un tiret. Il n’est jamais compté comme zéro.',
    ratioTerm: 'Taux',
    ratio:
      'Le taux de plusieurs publications est le total de ce qui est compté sur le total de ce à quoi on le rapporte, jamais la moyenne des taux.',
    paceTerm: 'Rythme',
    pace: 'La valeur, au jour du bilan, sur la ligne droite du départ à la cible.',
    timingTerm: 'Quand publier',
    timing:
      'L’estimation de chaque heure est tirée vers ses voisines et vers la moyenne, d’autant plus qu’elle repose sur peu de publications. Les intervalles contiennent la vérité neuf fois sur dix si l’avenir ressemble au passé.',
    causeTerm: 'Cause et effet',
    cause:
      'Rien ici n’est une expérience contrôlée. Le mérite attribué aux publications et aux canaux décrit ce qui est allé ensemble, non ce qui serait arrivé sans eux.',
    scopeTerm: 'Naturel et payant',
    scope: 'Les chiffres naturels et payants ne sont jamais additionnés.',
    kpiTerm: 'Définitions utilisées',
    aggregations: {
      sum: 'Additionné sur les publications et les jours.',
      last: 'La dernière lecture de chaque compte.',
      deduplicated: 'Chaque personne comptée une fois, par le réseau ; jamais additionné.',
      'ratio-of-sums': 'Les sommes d’abord, la division ensuite.',
      'mean-of-ratios': 'La moyenne des taux de chaque publication.',
      quantile: 'Tiré des valeurs une à une ; on ne fait pas la moyenne de médianes.',
      change: 'La dernière lecture moins la première.',
    },
    columns: {
      kpi: 'Indicateur',
      version: 'Version',
      name: 'Nom',
      formula: 'Formule',
      unit: 'Unité',
      aggregation: 'Agrégation',
    },
    zoneTerm: 'Heures',
    zone: (zone) => `Les heures sont celles de ${zone} ; la semaine commence le lundi.`,
  },
  kpis: frenchKpis,
  ...frenchPlan,
  ...frenchResults,
};
