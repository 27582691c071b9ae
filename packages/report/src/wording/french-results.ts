import type { Wording } from './english.ts';

/** French words about objectives, trends, posts and money. */
export const frenchResults: Pick<
  Wording,
  'scorecard' | 'trends' | 'costs' | 'gallery' | 'attribution'
> = {
  scorecard: {
    title: 'Objectifs',
    empty: 'Aucun objectif n’a encore été mesuré.',
    targetMark: 'Cible',
    baselineMark: 'Départ',
    paceMark: 'rythme du jour',
    by: (date) => `d’ici le ${date}`,
    ofWay: (share) => `${share} du chemin.`,
    backwards: 'Plus loin de la cible qu’au départ.',
    pace: (value) => `Rythme du jour : ${value}.`,
    forecast: (low, high, level) => `Prévision : de ${low} à ${high} (intervalle à ${level}).`,
    legend:
      'Barre : le chemin parcouru. Tirets : où en être aujourd’hui. Moustache : la prévision. Trait épais : la cible.',
    alternative: ({ baseline, target, actual, expected, forecast }) =>
      [
        `De ${baseline} à une cible de ${target}.`,
        actual === null ? 'Pas encore mesuré.' : `Aujourd’hui ${actual}.`,
        `Rythme du jour : ${expected}.`,
        forecast !== null && `Prévision : de ${forecast.low} à ${forecast.high}.`,
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
    columns: {
      objective: 'Objectif',
      kpi: 'Indicateur',
      unit: 'Unité',
      baseline: 'Départ',
      actual: 'Actuel',
      expected: 'Rythme',
      target: 'Cible',
      forecastLow: 'Prévision de',
      forecastHigh: 'à',
      verdict: 'Verdict',
    },
  },
  trends: {
    title: 'Ce qui s’est passé',
    followers: 'Abonnés',
    followersAlternative: (changes) => `Les abonnés au fil du temps. ${changes}.`,
    change: (account, from, to) => `${account} : de ${from} à ${to}`,
    weekly: 'Réactions, réponses et partages, par semaine de parution',
    weeklyAlternative: (best) =>
      `L’engagement selon la semaine de parution. Le plus fort : ${best}.`,
    largest: (shown, all) => `Les ${shown} plus grands comptes sur ${all}.`,
    kpis: 'Les objectifs, semaine par semaine',
    weekByWeek: (kpi, first, last, weeks) =>
      `${kpi} sur ${weeks} semaines : de ${first} à ${last}.`,
    caption:
      'Compté par publication depuis sa parution ; une semaine à peine achevée grandit encore.',
    columns: {
      account: 'Compte',
      date: 'Date',
      followers: 'Abonnés',
      week: 'Semaine',
      reactions: 'Réactions',
      comments: 'Réponses',
      shares: 'Partages',
    },
  },
  costs: {
    title: 'Argent',
    budget: 'Où va l’argent',
    budgetAlternative: (lines) => `Le budget ligne par ligne. ${lines}.`,
    planned: 'prévu',
    spent: 'dépensé',
    caption: 'Cadre : prévu. Barre : dépensé à ce jour.',
    captionPlanned: 'Tel que prévu ; rien n’est encore compté comme dépensé.',
    total: 'Total',
    returns: 'Ce que cela a coûté et rapporté',
    flows: { cost: 'Coût', revenue: 'Ventes', margin: 'Marge', net: 'Gain', loss: 'Perte' },
    lead: (cost, revenue, margin, roi) =>
      `${cost} dépensés, ${revenue} de ventes${margin === null ? '' : ` dont ${margin} de marge`} : un retour de ${roi} sur la dépense.`,
    leadUnknown: (cost) =>
      `${cost} dépensés. On ne sait pas assez bien ce qui est revenu pour parler de retour.`,
    leadFree: (revenue) =>
      `${revenue} de ventes. Aucun coût n’est noté : on ne peut pas parler de retour.`,
    leadNothing: 'Ni coûts ni ventes ne sont notés : on ne peut pas parler de retour.',
    leadRange: (low, high) => `Tout est plausible de ${low} à ${high}.`,
    sure: 'À quel point est-ce sûr ?',
    ranged:
      'L’intervalle va des ventes plausibles les plus basses aux plus hautes ; les coûts sont tenus pour exacts.',
    unranged:
      'Aucun intervalle n’a été donné pour les ventes : ce retour est un point d’un intervalle que personne n’a mesuré.',
    models: (models) => `Les ventes ont été attribuées par : ${models}.`,
    ratios: 'Les retours, définition par définition',
    names: {
      roi: 'Retour sur investissement',
      roi_revenue: 'Retour sur investissement, par les ventes',
      roas: 'Retour sur médias',
      poas: 'Marge sur médias',
      mer: 'Ventes par coût, toute la maison',
      break_even_roas: 'Seuil de retour sur médias',
    },
    meanings: {
      roi: 'La marge moins tous les coûts, sur tous les coûts',
      roi_revenue:
        'Les ventes moins tous les coûts, sur tous les coûts ; la marchandise reste à payer',
      roas: 'Les ventes attribuées aux publications, sur le coût des médias',
      poas: 'La marge attribuée aux publications, sur le coût des médias',
      mer: 'Toutes les ventes de la maison, sur tous les coûts',
      break_even_roas: 'Le retour sur les médias auquel on ne gagne ni ne perd',
    },
    columns: {
      line: 'Ligne',
      kind: 'Nature',
      planned: 'Prévu',
      spent: 'Dépensé',
      currency: 'Devise',
      what: 'Poste',
      amount: 'Montant',
      kpi: 'Indicateur',
      value: 'Valeur',
      status: 'État',
      meaning: 'Définition',
    },
  },
  gallery: {
    title: 'Publications',
    best: 'Celles qui ont le plus rassemblé, telles que chaque réseau les montre.',
    first: 'Les premières à paraître, telles que chaque réseau les montre.',
    length: (measured, limit) => `${measured} caractères sur ${limit}`,
    noAlt: 'Sans texte de remplacement',
    kinds: {
      image: 'Image',
      animation: 'Animation',
      video: 'Film',
      audio: 'Son',
      document: 'Document',
    },
  },
  attribution: {
    title: 'À qui le mérite',
    models: {
      'first-touch': 'Premier contact',
      'last-touch': 'Dernier contact',
      'last-non-direct': 'Dernier contact hors visites directes',
      linear: 'Parts égales',
      'position-based': 'Surtout le premier et le dernier',
      'time-decay': 'Le plus récent compte plus',
      markov: 'Chaîne de Markov',
      shapley: 'Valeur de Shapley',
    },
    chart: 'Le mérite par canal et par modèle',
    alternative: (best) => `Les conversions attribuées à chaque canal. Le plus : ${best}.`,
    caption:
      'Chaque marque est la réponse d’un modèle ; la barre couvre leurs réponses et leurs intervalles.',
    conversions: (count) => `Conversions réparties : ${count}.`,
    unattributed: (count) => `Conversions que rien n’a précédées : ${count}.`,
    lookback: (days) => `Les clics des ${days} derniers jours comptent.`,
    withoutDirect: 'Les visites directes sont écartées.',
    warning:
      'Les modèles partagent ce qui est arrivé ; ils ne disent pas ce qui serait arrivé de toute façon. Là où ils divergent, seule une expérience tranche.',
    columns: { channel: 'Canal', model: 'Modèle', conversions: 'Conversions', value: 'Valeur' },
  },
};
