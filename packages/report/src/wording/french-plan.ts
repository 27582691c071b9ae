import { slotHour, slotWeekday } from '../slots.ts';
import type { Wording } from './english.ts';

/** French words about times, the calendar, findings and what to do next. */
export const frenchPlan: Pick<Wording, 'timing' | 'calendar' | 'next' | 'findings'> = {
  timing: {
    title: 'Quand publier',
    heatMap: 'Chaque heure de la semaine',
    heatMapAlternative: (best) =>
      `Une grille de sept jours et de 24 heures. Les plus prometteuses : ${best}.`,
    intervals: 'Les heures les plus prometteuses',
    intervalsAlternative: (ranges) => `Estimations et intervalles. ${ranges}.`,
    caption: (zone) =>
      `Engagement attendu d’une publication à cette heure, par rapport aux heures habituelles. Heure de ${zone}.`,
    learnt: (count, formats) =>
      `Appris de ${formats.count(count)} ${count < 2 ? 'publication' : 'publications'}.`,
    intervalsCaption:
      'Point : l’estimation. Barre : l’intervalle qui contient la vérité neuf fois sur dix. Là où des barres se chevauchent, l’écart peut tenir au hasard.',
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
    moreUnseen: 'autres publications',
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
  next: {
    title: 'Que faire maintenant',
    columns: { kind: 'Nature', action: 'Que faire', reason: 'Pourquoi' },
    behindReason: (actual, expected) =>
      `On en est à ${actual}, alors que le rythme demande ${expected} à ce jour.`,
    behindNeed: (missing, days) =>
      `Il manque ${missing} et il reste ${days === 1 ? 'un jour' : days < 14 ? `${days} jours` : `${Math.floor(days / 7)} semaines`}.`,
    behindPush: (name) => `Accélérer « ${name} » : la cible reste à portée.`,
    behindDecide: (name) =>
      `Trancher pour « ${name} » : plus de moyens, une date plus lointaine ou une cible plus basse.`,
    missed: (name) => `Clore « ${name} » et noter ce qu’on en a appris : le dernier jour est venu.`,
    missedReason: (actual, target) => `On est arrivé à ${actual} ; la cible était de ${target}.`,
    measure: (names) => `Commencer à mesurer : ${names}.`,
    measureReason: 'Aucun chiffre n’est arrivé : personne ne peut dire si cela marche.',
    unclear: (name) => `Mettre de l’ordre dans les chiffres de « ${name} ».`,
    unclearReason: (status) => `On ne peut pas dire où l’on en est : ${status}.`,
    revenue: 'Noter ce que les publications ont rapporté.',
    revenueReason: 'Les coûts sont notés, les ventes non : personne ne sait si cela paie.',
    loss: 'Décider s’il faut continuer ainsi : cela coûte plus que cela ne rapporte.',
    lossReason: (returned, high) =>
      `Le retour est de ${returned}${high === null ? '' : ` ; même au mieux de ce qui est plausible, il est de ${high}`}.`,
    margin: 'Noter la marge que laisse chaque vente.',
    marginReason: 'Sans elle on connaît les ventes, pas le gain.',
    prove: 'Découvrir ce que les publications vendent vraiment avant de dépenser davantage.',
    proveReason: (low, high) =>
      `Le retour peut aller de ${low} à ${high} : une perte n’est pas exclue.`,
    vary: 'Publier à des heures plus variées pendant un mois.',
    varyReason: 'Aucune heure ne se détache ; seul l’essai d’autres heures le dira.',
    move: (slots) => `Prévoir plus de publications à ces heures : ${slots}.`,
    moveReason: (share, count, slot) =>
      `Seules ${share} des publications sont prévues ${count === 1 ? 'à l’heure la plus prometteuse' : `aux ${count} heures les plus prometteuses`}. ${slot}.`,
    pillar: (name) => `Donner plus de publications à « ${name} ».`,
    pillarReason: (actual, share, most) =>
      `Ce pilier en a ${actual}, alors que la stratégie lui en donne ${share}, soit ${most}.`,
    unplaced: (count) =>
      count === 1
        ? 'Faire place à une idée, ou y renoncer.'
        : `Faire place à ${count} idées, ou y renoncer.`,
    unplacedReason: (idea, reason) => `Par exemple ${idea} : ${reason}`,
  },
  findings: {
    title: 'Ce que les contrôles ont relevé',
    empty: 'Rien : toutes les règles sont respectées.',
    more: (count, rule) => `Et ${count} de plus pour ${rule}.`,
    measured: (measured, limit) => `${measured}, pour une limite de ${limit}`,
    columns: {
      severity: 'Gravité',
      rule: 'Règle',
      path: 'Où',
      message: 'Constat',
      fix: 'Que faire',
    },
  },
};
