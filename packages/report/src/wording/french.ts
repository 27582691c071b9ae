import type { Formats } from '../formats.ts';
import { slotHour, slotWeekday } from '../slots.ts';
import type { Wording } from './english.ts';

const posts = (count: number, formats: Formats) =>
  `${formats.count(count)} ${count < 2 ? 'publication' : 'publications'}`;

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
  posts,
  verdicts: {
    reached: 'Atteint',
    'on-track': 'En bonne voie',
    behind: 'En retard',
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
    posts: (networks) => `publications sur ${networks}`,
    engagements: 'réactions, réponses et partages',
    budget: 'de budget',
    roi: 'de retour sur les dépenses',
  },
  summary: {
    title: 'En bref',
    plan: (count, networks, weeks, formats) =>
      `En ${weeks === 1 ? 'une semaine' : `${weeks} semaines`}, ${posts(count, formats)} sur ${networks}.`,
    noPlan: 'Aucune publication n’est encore prévue sur la période.',
    objectives: (reached, onTrack, behind, total) =>
      `Sur ${total} ${total === 1 ? 'objectif' : 'objectifs'} : ${reached} atteint${reached > 1 ? 's' : ''}, ${onTrack} en bonne voie et ${behind} en retard.`,
    behind: (names) => `En retard : ${names}.`,
    best: (slot) => `La meilleure heure pour publier, pour autant que le passé le dise : ${slot}.`,
    noBest: 'Le passé ne désigne aucune heure comme meilleure que les autres.',
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
  scorecard: {
    title: 'Objectifs',
    empty: 'Aucun objectif n’a encore été mesuré.',
    targetMark: 'Cible',
    baselineMark: 'Départ',
    paceMark: 'rythme du jour',
    by: (date) => `d’ici le ${date}`,
    ofWay: (share) => `${share} du chemin`,
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
  timing: {
    title: 'Quand publier',
    heatMap: 'Chaque heure de la semaine',
    heatMapAlternative: (best) =>
      `Une grille de sept jours et de 24 heures. Les plus prometteuses : ${best}.`,
    intervals: 'Les heures les plus prometteuses',
    intervalsAlternative: (ranges) => `Estimations et intervalles. ${ranges}.`,
    caption: (zone) =>
      `Engagement attendu d’une publication à cette heure, par rapport aux heures habituelles. Heure de ${zone}.`,
    intervalsCaption:
      'Point : l’estimation. Barre : l’intervalle qui contient la vérité neuf fois sur dix. Des barres qui se chevauchent ne se distinguent pas.',
    lead: (slot) => `Le mieux semble être ${slot}.`,
    honest:
      'L’heure joue peu : ce que dit une publication compte bien plus que le moment où elle paraît.',
    nothing:
      'Aucune heure ne se détache encore. Publier à des heures variées en apprendra plus que d’en choisir une.',
    slot: (slot, formats) =>
      `${formats.weekday(slotWeekday(slot))} à ${formats.hour(slotHour(slot))}`,
    slotRange: (slot, formats) =>
      `${formats.weekday(slotWeekday(slot))} à ${formats.hour(slotHour(slot))} : ${formats.change(slot.uplift.estimate)} (de ${formats.change(slot.uplift.low)} à ${formats.change(slot.uplift.high)})`,
    legend: {
      worse: 'moins bien',
      better: 'mieux',
      clear: 'l’intervalle ne laisse pas de doute',
      sure: 'indices solides',
      unsure: 'peut-être le hasard',
    },
    signals: { none: 'aucun', thin: 'mince', moderate: 'moyen', strong: 'solide' },
    columns: {
      weekday: 'Jour',
      hour: 'Heure',
      uplift: 'Estimation',
      low: 'De',
      high: 'À',
      signal: 'Indices',
      effectivePosts: 'Vaut autant de publications',
    },
  },
  calendar: {
    title: 'Calendrier',
    empty: 'Rien n’est encore prévu.',
    week: (date) => `Semaine du ${date}`,
    weeks: 'Semaine par semaine',
    load: 'Publications par semaine et par pilier',
    loadAlternative: (low, high) => `Entre ${low} et ${high} publications par semaine.`,
    more: (count) => `+ ${count}`,
    unplaced: 'Les idées restées sans place',
    thread: (count) => `fil de ${count}`,
    media: (count) => (count === 1 ? '1 image ou film' : `${count} images ou films`),
    noText: 'Sans texte',
    columns: {
      date: 'Date',
      time: 'Heure',
      zone: 'Fuseau',
      network: 'Réseau',
      account: 'Compte',
      pillar: 'Pilier',
      text: 'Texte',
      id: 'Identifiant',
      week: 'Semaine',
      posts: 'Publications',
      reason: 'Raison',
      draft: 'Idée',
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
    flows: { cost: 'Coût', revenue: 'Ventes', margin: 'Marge', net: 'Gain' },
    lead: (cost, revenue, roi) =>
      `${cost} dépensés, ${revenue} de ventes : un retour de ${roi} sur la dépense.`,
    leadUnknown: (cost) =>
      `${cost} dépensés. On ne sait pas assez bien ce qui est revenu pour parler de retour.`,
    leadRange: (low, high) => `Tout est plausible de ${low} à ${high}.`,
    sure: 'À quel point est-ce sûr ?',
    ranged:
      'L’intervalle va des ventes plausibles les plus basses aux plus hautes ; les coûts sont tenus pour exacts.',
    unranged:
      'Aucun intervalle n’a été donné pour les ventes : ce retour est un point d’un intervalle que personne n’a mesuré.',
    models: (models) => `Les ventes ont été attribuées par : ${models}.`,
    ratios: 'Les retours, définition par définition',
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
  next: {
    title: 'Que faire maintenant',
    columns: { kind: 'Nature', action: 'Que faire', reason: 'Pourquoi' },
    behindReason: (actual, expected) =>
      `On en est à ${actual}, quand le rythme demande ${expected} aujourd’hui.`,
    behindNeed: (missing, weeks) =>
      `Il manque ${missing} et il reste ${weeks === '1' ? 'une semaine' : `${weeks} semaines`}.`,
    behindPush: (name) => `Accélérer « ${name} » : la cible reste à portée.`,
    behindDecide: (name) =>
      `Trancher pour « ${name} » : plus de moyens, une date plus lointaine ou une cible plus basse.`,
    missed: (name) => `Conclure « ${name} » : le délai est passé.`,
    measure: (names) => `Commencer à mesurer : ${names}.`,
    measureReason: 'Aucun chiffre n’est arrivé : personne ne peut dire si cela marche.',
    margin: 'Noter la marge que laisse chaque vente.',
    marginReason: 'Sans elle on connaît les ventes, pas le gain.',
    prove: 'Découvrir ce que les publications vendent vraiment avant de dépenser davantage.',
    proveReason: (low, high) =>
      `Le retour peut aller de ${low} à ${high} : une perte est aussi plausible qu’un gain.`,
    vary: 'Publier à des heures plus variées pendant un mois.',
    varyReason: 'Aucune heure ne se détache ; seul l’essai d’autres heures le dira.',
    move: (slots) => `Déplacer des publications vers ${slots}.`,
    moveReason: (share, count, slot) =>
      `Seules ${share} des publications prévues sortent aux ${count} heures les plus prometteuses. ${slot}.`,
    pillar: (count, name) =>
      `Trouver ${count === 1 ? 'une idée de plus' : `${count} idées de plus`} pour « ${name} ».`,
    pillarReason: (actual, share) =>
      `Ce pilier a ${actual} des publications, quand la stratégie lui en donne ${share}.`,
    unplaced: (count) =>
      count === 1
        ? 'Faire place à une idée, ou y renoncer.'
        : `Faire place à ${count} idées, ou y renoncer.`,
    unplacedReason: (idea, reason) => `Par exemple ${idea} : ${reason}`,
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
    chart: 'Le mérite par canal et par modèle',
    alternative: (best) => `Les conversions attribuées à chaque canal. Le plus : ${best}.`,
    caption:
      'Chaque marque est la réponse d’un modèle ; la barre couvre leurs réponses et leurs intervalles.',
    warning:
      'Les modèles partagent ce qui est arrivé ; ils ne disent pas ce qui serait arrivé de toute façon. Là où ils divergent, seule une expérience tranche.',
    columns: { channel: 'Canal', model: 'Modèle', conversions: 'Conversions', value: 'Valeur' },
  },
  findings: {
    title: 'Ce que les contrôles ont relevé',
    empty: 'Rien : toutes les règles sont respectées.',
    measured: (measured, limit) => `${measured}, pour une limite de ${limit}`,
    columns: {
      severity: 'Gravité',
      rule: 'Règle',
      path: 'Où',
      message: 'Constat',
      fix: 'Que faire',
    },
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
    kpiTerm: 'Indicateurs utilisés',
    zoneTerm: 'Heures',
    zone: (zone) => `Les heures sont celles de ${zone} ; la semaine commence le lundi.`,
  },
};
