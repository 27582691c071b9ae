import { each, type Rule, when } from '../rule.ts';
import { isSensitive } from '../sensitive-category.ts';

const shareTolerance = 0.0015;

/** Whether the people are described, and may be addressed as planned. */
export const audienceRules: readonly Rule[] = [
  {
    id: 'strategy/audience/none',
    severity: 'error',
    message: {
      en: 'The plan does not say whom it is for.',
      fr: 'Le plan ne dit pas à qui il s’adresse.',
    },
    fix: {
      en: 'Describe at least one audience before anything else.',
      fr: 'Décrivez au moins un public avant toute autre chose.',
    },
    find: ({ audiences }) => when(audiences.length === 0, ['audiences']),
  },
  {
    id: 'strategy/audience/sensitive',
    severity: 'error',
    message: {
      en: '“{name}” would be found by “{measured}”, which the law protects.',
      fr: '« {name} » serait ciblé par « {measured} », que la loi protège.',
    },
    fix: {
      en: 'Address people by the subject of the page they read, not by who they are.',
      fr: 'Adressez-vous aux gens par le sujet qu’ils lisent, pas par ce qu’ils sont.',
    },
    source: { url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj', verifiedAt: '2026-11-21' },
    find: ({ audiences }) =>
      each(['audiences'], audiences, ({ targeting }) => {
        const index = targeting.findIndex(({ category, value }) => isSensitive(category, value));
        const criterion = targeting[index];
        return (
          criterion && {
            at: ['targeting', index],
            measured: `${criterion.category}: ${criterion.value}`,
          }
        );
      }),
  },
  {
    id: 'strategy/audience/zone-shares',
    severity: 'error',
    message: {
      en: 'The time zones of “{name}” sum to {measured}, not to 1.',
      fr: 'Les fuseaux de « {name} » font {measured} au total, et non 1.',
    },
    fix: {
      en: 'Correct the shares; best times are weighted by them.',
      fr: 'Corrigez les parts ; les meilleurs moments sont pondérés par elles.',
    },
    find: ({ audiences }) =>
      each(['audiences'], audiences, ({ zones }) => {
        const sum = zones.reduce((total, { share }) => total + share, 0);
        return (
          zones.length > 0 &&
          Math.abs(sum - 1) > shareTolerance && {
            at: ['zones'],
            measured: Math.round(sum * 1000) / 1000,
            limit: 1,
          }
        );
      }),
  },
  {
    id: 'strategy/audience/persona',
    severity: 'error',
    message: {
      en: '“{name}” stands for {measured}, which is no audience of the plan.',
      fr: '« {name} » représente {measured}, qui n’est pas un public du plan.',
    },
    fix: { en: 'Use the id of an audience.', fr: 'Donnez l’identifiant d’un public.' },
    find: ({ personas, audiences }) => {
      const known = new Set(audiences.map(({ id }) => id));
      return each(
        ['personas'],
        personas,
        ({ audience }) => !known.has(audience) && { at: ['audience'], measured: audience },
      );
    },
  },
  {
    id: 'strategy/audience/reached',
    severity: 'warning',
    message: {
      en: 'No channel of the plan is where “{name}” is: {measured}.',
      fr: 'Aucun canal du plan n’est là où se trouve « {name} » : {measured}.',
    },
    fix: {
      en: 'Add a channel there, or drop the audience.',
      fr: 'Ajoutez-y un canal, ou renoncez à ce public.',
    },
    find: ({ audiences, channels }) => {
      const ours = new Set(channels.map(({ account }) => account.platform));
      return each(
        ['audiences'],
        audiences,
        ({ networks }) =>
          networks.length > 0 &&
          !networks.some(({ platform }) => ours.has(platform)) && {
            at: ['networks'],
            measured: networks.map(({ platform }) => platform).join(', '),
          },
      );
    },
  },
  {
    id: 'strategy/audience/language',
    severity: 'warning',
    message: {
      en: '“{name}” reads {measured}; the channels speak {limit}.',
      fr: '« {name} » lit {measured} ; les canaux parlent {limit}.',
    },
    fix: {
      en: 'Add the language to a channel, and somebody who writes it.',
      fr: 'Ajoutez la langue à un canal, et quelqu’un qui l’écrit.',
    },
    find: ({ audiences, channels, language }) => {
      const spoken = new Set([language, ...channels.flatMap(({ languages }) => languages)]);
      return each(
        ['audiences'],
        audiences,
        ({ languages }) =>
          languages.length > 0 &&
          !languages.some((each) => spoken.has(each)) && {
            at: ['languages'],
            measured: languages.join(', '),
            limit: [...spoken].join(', '),
          },
      );
    },
  },
];
