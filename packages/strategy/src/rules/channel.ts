import { accountKey, nearest } from '@affiche/core';
import { type Text, write } from '../language.ts';
import { each, type ReviewContext, type Rule, when } from '../rule.ts';

const minutesADay = 24 * 60;

/** Whether the channels exist, can be published to, and can keep their pace. */
export const channelRules: readonly Rule[] = [
  {
    id: 'strategy/channel/none',
    severity: 'error',
    message: { en: 'The plan has no channel.', fr: 'Le plan n’a aucun canal.' },
    fix: {
      en: 'Add an account; selectPlatforms ranks the networks for your audiences.',
      fr: 'Ajoutez un compte ; selectPlatforms classe les réseaux selon vos publics.',
    },
    find: ({ channels }) => when(channels.length === 0, ['channels']),
  },
  standing(
    'retired',
    'error',
    {
      en: '{measured} closed on {since}: nobody will read the posts planned there.',
      fr: '{measured} a fermé le {since} : personne n’y lira les publications prévues.',
    },
    { en: 'Move the channel to {alternatives}.', fr: 'Déplacez le canal vers {alternatives}.' },
  ),
  standing(
    'dormant',
    'error',
    {
      en: 'Nobody can tell whether {measured} still works.',
      fr: 'Personne ne peut dire si {measured} fonctionne encore.',
    },
    {
      en: 'Export what is there, and move to {alternatives}.',
      fr: 'Exportez ce qui s’y trouve, et passez à {alternatives}.',
    },
  ),
  standing(
    'restricted',
    'warning',
    {
      en: '{measured} lets only approved partners publish by program.',
      fr: '{measured} ne laisse publier par programme que des partenaires agréés.',
    },
    {
      en: 'Plan for approval by the network, or for publishing by hand.',
      fr: 'Prévoyez l’agrément du réseau, ou la publication à la main.',
    },
  ),
  {
    id: 'strategy/channel/unknown',
    severity: 'warning',
    message: {
      en: 'No network is called {measured}.',
      fr: 'Aucun réseau ne s’appelle {measured}.',
    },
    fix: {
      en: '{suggestion}Use an id of the registry, or describe the network with definePlatform.',
      fr: '{suggestion}Donnez un identifiant du registre, ou décrivez le réseau avec definePlatform.',
    },
    find: ({ channels, period }, context) =>
      each(
        ['channels'],
        channels,
        ({ account, medium }) =>
          medium !== 'offline' &&
          !networkOf(account.platform, context) && {
            at: ['account', 'platform'],
            measured: account.platform,
            values: { suggestion: suggestionFor(account.platform, period.to, context) },
          },
      ),
  },
  {
    id: 'strategy/channel/name',
    severity: 'error',
    message: {
      en: '{measured} is called {limit} in every other package.',
      fr: '{measured} s’appelle {limit} dans tous les autres paquets.',
    },
    fix: { en: 'Write {limit}.', fr: 'Écrivez {limit}.' },
    find: ({ channels, period }, context) =>
      each(['channels'], channels, ({ account: { platform } }) => {
        const id = networkOf(platform, context)?.id;
        return (
          id !== undefined &&
          id !== platform &&
          // Where nobody should plan, the right name is of no use.
          !isAbandoned(id, period.to, context) && {
            at: ['account', 'platform'],
            measured: platform,
            limit: id,
          }
        );
      }),
  },
  {
    id: 'strategy/channel/twice',
    severity: 'error',
    message: {
      en: '{measured} is in the plan twice, with two paces.',
      fr: '{measured} figure deux fois au plan, avec deux cadences.',
    },
    fix: { en: 'Merge the two channels.', fr: 'Fusionnez les deux canaux.' },
    find: ({ channels }) => {
      const seen = new Set<string>();
      return each(['channels'], channels, ({ account }) => {
        const key = accountKey(account);
        const twice = seen.has(key);
        seen.add(key);
        return twice && { at: ['account'], measured: key };
      });
    },
  },
  {
    id: 'strategy/channel/personal',
    severity: 'warning',
    message: {
      en: '{measured} is somebody’s personal account.',
      fr: '{measured} est le compte personnel de quelqu’un.',
    },
    fix: {
      en: 'Publish client posts from a professional account, or ask the person in writing.',
      fr: 'Publiez depuis un compte professionnel, ou demandez l’accord écrit de la personne.',
    },
    find: ({ channels }) =>
      each(
        ['channels'],
        channels,
        ({ account, guard }) =>
          guard === 'personal' && { at: ['guard'], measured: accountKey(account) },
      ),
  },
  {
    id: 'strategy/channel/cadence-order',
    severity: 'error',
    message: {
      en: 'At least {measured} posts a week, at most {limit}: no week can be right.',
      fr: 'Au moins {measured} publications par semaine, au plus {limit} : aucune semaine ne convient.',
    },
    fix: { en: 'Swap the two numbers.', fr: 'Échangez les deux nombres.' },
    find: ({ channels }) =>
      each(['channels'], channels, ({ cadence: { perWeek } }) => {
        const { min, max } = perWeek;
        return min > max && { at: ['cadence', 'perWeek'], measured: min, limit: max };
      }),
  },
  {
    id: 'strategy/channel/cadence-fits',
    severity: 'error',
    message: {
      en: '{measured} posts a week do not fit: the gap and the daily limit leave room for {limit}.',
      fr: '{measured} publications par semaine ne tiennent pas : l’écart et la limite par jour en permettent {limit}.',
    },
    fix: {
      en: 'Lower the pace, shorten the gap, or allow more posts a day.',
      fr: 'Baissez la cadence, réduisez l’écart, ou permettez plus de publications par jour.',
    },
    find: ({ channels }) =>
      each(['channels'], channels, ({ cadence: { perWeek, perDay, minGapHours } }) => {
        const byDay = 7 * (perDay ?? Infinity);
        const byGap = minGapHours ? Math.floor((7 * 24) / minGapHours) : Infinity;
        const room = Math.min(byDay, byGap);
        return (
          perWeek.min > room && {
            at: ['cadence'],
            measured: perWeek.min,
            limit: room,
            unit: 'posts',
          }
        );
      }),
  },
  {
    id: 'strategy/channel/always-quiet',
    code: 'CAL002',
    severity: 'error',
    message: {
      en: 'The quiet hours leave {measured} minutes of the day to publish.',
      fr: 'Les heures calmes laissent {measured} minutes par jour pour publier.',
    },
    fix: {
      en: 'Shorten them: {limit} minutes are the least to work with.',
      fr: 'Raccourcissez-les : il faut au moins {limit} minutes.',
    },
    find: ({ channels }) =>
      each(['channels'], channels, ({ quietHours = [] }) => {
        const open = openMinutes(quietHours);
        return open < 60 && { at: ['quietHours'], measured: open, limit: 60, unit: 'minutes' };
      }),
  },
];

/** A rule about channels on networks that stand where nobody should plan. */
function standing(
  lifecycle: 'retired' | 'dormant' | 'restricted',
  severity: Rule['severity'],
  message: Rule['message'],
  fix: Rule['fix'],
): Rule {
  return {
    id: `strategy/channel/${lifecycle}`,
    severity,
    message,
    fix,
    find: ({ channels, period }, context) =>
      each(['channels'], channels, ({ account }) => {
        const network = networkOf(account.platform, context);
        if (!network || context.registry.lifecycle(network.id, period.to) !== lifecycle) {
          return false;
        }
        const places = [network.successor ?? [], network.alternatives].flat();
        const since = network.events.findLast(({ event }) => event === lifecycle)?.date ?? '';
        return {
          at: ['account', 'platform'],
          measured: network.name,
          values: { since, alternatives: places.join(', ') || 'selectPlatforms' },
        };
      }),
  };
}

const meant: Text = { en: 'Did you mean {id}? ', fr: 'Vouliez-vous dire {id} ? ' };

/** Asks about the network whose id or name looks most like what was written, if one does. */
function suggestionFor(written: string, at: string, context: ReviewContext): string {
  const open = context.registry.networks.filter(({ id }) => !isAbandoned(id, at, context));
  const close = nearest(
    written,
    open.flatMap(({ id, name }) => [id, name]),
  );
  const network = close === undefined ? undefined : networkOf(close, context);
  return network ? write(meant, context.language, { id: network.id }) : '';
}

function isAbandoned(id: string, at: string, { registry }: ReviewContext): boolean {
  return ['retired', 'dormant'].includes(registry.lifecycle(id, at));
}

function networkOf(name: string, { registry }: ReviewContext) {
  const folded = name.toLowerCase();
  return registry.networks.find((network) =>
    [network.id, network.name, ...network.aliases].some((each) => each.toLowerCase() === folded),
  );
}

function openMinutes(
  quietHours: readonly { readonly from: string; readonly to: string }[],
): number {
  const quiet = new Set<number>();
  for (const { from, to } of quietHours) {
    const start = minuteOfDay(from);
    const length = (minuteOfDay(to) - start + minutesADay) % minutesADay || minutesADay;
    for (let minute = 0; minute < length; minute += 1) quiet.add((start + minute) % minutesADay);
  }
  return minutesADay - quiet.size;
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
