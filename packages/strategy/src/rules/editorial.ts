import { each, type Rule, when } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

/** Whether writers know how to write. */
export const editorialRules: readonly Rule[] = [
  {
    id: 'strategy/editorial/none',
    severity: 'warning',
    message: {
      en: 'There is no editorial line: every writer will guess.',
      fr: 'Il n’y a pas de ligne éditoriale : chacun écrira au jugé.',
    },
    fix: {
      en: 'Write the promise, the tone and the words to avoid.',
      fr: 'Écrivez la promesse, le ton et les mots à éviter.',
    },
    find: ({ editorial }) => when(!editorial, ['editorial']),
  },
  {
    id: 'strategy/editorial/contradiction',
    severity: 'error',
    message: {
      en: '“{measured}” is both required and banned.',
      fr: '« {measured} » est à la fois exigé et proscrit.',
    },
    fix: { en: 'Remove it from one of the lists.', fr: 'Retirez-le d’une des deux listes.' },
    find: ({ editorial }) => {
      const banned = new Set(editorial?.banned.map(({ term }) => term.toLowerCase()));
      return each(
        ['editorial', 'required'],
        editorial?.required ?? [],
        ({ term }) => banned.has(term.toLowerCase()) && { at: ['term'], measured: term },
      );
    },
  },
  {
    id: 'strategy/editorial/alt-text',
    severity: 'warning',
    message: {
      en: 'The line lets images go out without a text alternative.',
      fr: 'La ligne laisse passer des images sans texte de remplacement.',
    },
    fix: {
      en: 'Set accessibility.altText to true.',
      fr: 'Mettez accessibility.altText à true.',
    },
    source: { url: 'https://www.w3.org/TR/WCAG22/#non-text-content', verifiedAt: '2026-11-21' },
    find: ({ editorial }) =>
      when(editorial?.accessibility.altText === false, ['editorial', 'accessibility', 'altText']),
  },
  {
    id: 'strategy/editorial/address',
    severity: 'warning',
    message: {
      en: 'The line does not say whether French readers are addressed as tu or vous.',
      fr: 'La ligne ne dit pas si l’on tutoie ou vouvoie.',
    },
    fix: {
      en: 'Set address, and where a network differs, networks[].address.',
      fr: 'Réglez address et, là où un réseau diffère, networks[].address.',
    },
    find: (strategy) =>
      when(
        speaksFrench(strategy) &&
          strategy.editorial?.address === 'neutral' &&
          !strategy.editorial.networks.some(({ address }) => address !== undefined),
        ['editorial', 'address'],
      ),
  },
  {
    id: 'strategy/editorial/disclosure',
    severity: 'warning',
    message: {
      en: 'The line has no words to disclose {measured}.',
      fr: 'La ligne n’a pas de mention pour signaler : {measured}.',
    },
    fix: {
      en: 'Write the exact words the law of the market asks for.',
      fr: 'Écrivez la mention exacte qu’exige le droit du marché.',
    },
    find: ({ editorial, campaigns, budget }) => {
      const paid = budget.lines.some(({ kind }) => kind === 'ads');
      const partners = campaigns.some(({ levers }) =>
        levers.some((lever) => /influen|partner|partenaire|collab/i.test(lever)),
      );
      const needed = [paid && 'advertisement', partners && 'partnership'] as const;
      const missing = needed.filter(
        (each) => each !== false && !editorial?.disclosure[each]?.length,
      );
      return when(editorial !== undefined && missing.length > 0, ['editorial', 'disclosure'], {
        measured: missing.join(', '),
      });
    },
  },
  {
    id: 'strategy/editorial/network',
    severity: 'warning',
    message: {
      en: 'The tone for {measured} is settled, but the plan has no channel there.',
      fr: 'Le ton pour {measured} est fixé, mais le plan n’y a aucun canal.',
    },
    fix: { en: 'Remove it, or add the channel.', fr: 'Retirez-le, ou ajoutez le canal.' },
    find: ({ editorial, channels }) => {
      const ours = new Set(channels.map(({ account }) => account.platform));
      return each(
        ['editorial', 'networks'],
        editorial?.networks ?? [],
        ({ platform }) => !ours.has(platform) && { at: ['platform'], measured: platform },
      );
    },
  },
];

function speaksFrench({ language, channels }: Strategy): boolean {
  return [language, ...channels.flatMap(({ languages }) => languages)].some((each) =>
    each.startsWith('fr'),
  );
}
