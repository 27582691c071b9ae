import type { Text } from './language.ts';

const word = (en: string, fr: string): Text => ({ en, fr });

/** What the parts of a strategy are called when one talks to a client. */
export const things: Readonly<Record<string, Text>> = {
  objectives: word('Objective', 'Objectif'),
  businessObjectives: word('Business objective', 'Objectif d’entreprise'),
  audiences: word('Audience', 'Public'),
  personas: word('Persona', 'Persona'),
  channels: word('Channel', 'Canal'),
  pillars: word('Pillar', 'Pilier'),
  campaigns: word('Campaign', 'Campagne'),
  contests: word('Contest', 'Jeu'),
  units: word('Unit', 'Unité'),
  lines: word('Budget line', 'Ligne de budget'),
  members: word('Team member', 'Membre de l’équipe'),
};

/** What the fields are called; others keep the name they have in the file. */
export const fields: Readonly<Record<string, Text>> = {
  target: word('target', 'la cible'),
  baseline: word('baseline', 'le point de départ'),
  share: word('share', 'la part'),
  amount: word('amount', 'le montant'),
  total: word('total', 'le total'),
  budget: word('budget', 'le budget'),
  name: word('name', 'le nom'),
  owner: word('owner', 'le responsable'),
  kpi: word('KPI', 'l’indicateur'),
  from: word('first day', 'le premier jour'),
  by: word('due day', 'l’échéance'),
  to: word('last day', 'le dernier jour'),
  min: word('fewest posts a week', 'le minimum de publications par semaine'),
  max: word('most posts a week', 'le maximum de publications par semaine'),
  weeklyHours: word('hours a week', 'le nombre d’heures par semaine'),
  message: word('message', 'le message'),
  role: word('role', 'le rôle'),
  zone: word('time zone', 'le fuseau horaire'),
  period: word('period', 'la période'),
  blackouts: word('days without posts', 'les jours sans publication'),
  promise: word('promise', 'la promesse'),
  weight: word('weight', 'le poids'),
};

/** What stands for an empty list. */
export const nothing = word('nothing', 'rien');

/** The sentences of a difference. */
export const sentences = {
  title: word('Version {version}: {reason}', 'Version {version} : {reason}'),
  changed: word(
    '{where}{field} goes from {before} to {after}.',
    '{where}{field} passe de {before} à {after}.',
  ),
  set: word('{where}{field} is now {after}.', '{where}{field} vaut désormais {after}.'),
  cleared: word('{where}{field} is no longer set.', '{where}{field} n’est plus précisé.'),
  added: word('{where} is new.', '{where} est nouveau.'),
  removed: word('{where} is dropped.', '{where} est abandonné.'),
};
