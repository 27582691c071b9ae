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

/** What stands for an empty list. */
export const nothing = word('nothing', 'rien');

/** What stands for a truth. */
export const truths = { true: word('yes', 'oui'), false: word('no', 'non') };

/** The sentences of a difference. */
export const sentences = {
  title: word('Version {version}: {reason}', 'Version {version} : {reason}'),
  changed: word(
    '{where}{field} goes from {before} to {after}.',
    '{where}{field} passe de {before} à {after}.',
  ),
  // For fields whose name is plural in both languages.
  changedSeveral: word(
    '{where}{field} go from {before} to {after}.',
    '{where}{field} passent de {before} à {after}.',
  ),
  set: word('{where}{field}: now {after}.', '{where}{field} : désormais {after}.'),
  cleared: word('{where}{field}: no longer set.', '{where}{field} : rien de précisé désormais.'),
  added: word('{where} is new.', '{where} : c’est nouveau.'),
  removed: word('{where} is dropped.', '{where} : on y renonce.'),
};
