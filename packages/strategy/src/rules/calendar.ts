import {
  accountKey,
  type Publication,
  resolveWallTime,
  type WallTime,
  wallTimeAt,
  wallTimeReadings,
} from '@affiche/core';
import { hostOf } from '../host-of.ts';
import { each, type Rule, type ReviewContext } from '../rule.ts';
import type { Strategy } from '../strategy.ts';

type Placed = Omit<ReturnType<Rule['find']>[number], 'path'> & { at?: (string | number)[] };

/** Whether the planned posts keep what the strategy promises. They need a calendar to look at. */
export const calendarRules: readonly Rule[] = [
  {
    id: 'strategy/calendar/double-booking',
    code: 'CAL001',
    severity: 'error',
    message: {
      en: '{name} goes out on {measured} at the same moment as {other}.',
      fr: '{name} part sur {measured} au même instant que {other}.',
    },
    fix: { en: 'Move one of the two.', fr: 'Déplacez l’une des deux.' },
    find: (_strategy, context) => {
      const taken = new Map<string, string>();
      return ofPosts(context, ({ id, account, at }) => {
        const key = accountKey(account);
        const slot = `${key} ${resolveWallTime({ ...at, disambiguation: 'compatible' })}`;
        const other = taken.get(slot);
        taken.set(slot, other ?? id);
        return other !== undefined && { at: ['at'], measured: key, values: { other } };
      });
    },
  },
  {
    id: 'strategy/calendar/quiet-hours',
    code: 'CAL002',
    severity: 'error',
    message: {
      en: '{name} goes out at {measured}, in the quiet hours {limit}.',
      fr: '{name} part à {measured}, pendant les heures calmes {limit}.',
    },
    fix: { en: 'Move it out of {limit}.', fr: 'Sortez-la de {limit}.' },
    find: (strategy, context) => {
      const quiet = new Map(
        strategy.channels.map(({ account, quietHours = [] }) => [accountKey(account), quietHours]),
      );
      return ofPosts(context, ({ account, at }) => {
        const { time } = wallTimeIn(at, strategy.zone);
        const hours = quiet
          .get(accountKey(account))
          ?.find(({ from, to }) =>
            from < to ? time >= from && time < to : time >= from || time < to,
          );
        return hours && { at: ['at'], measured: time, limit: `${hours.from}–${hours.to}` };
      });
    },
  },
  {
    id: 'strategy/calendar/skipped-hour',
    code: 'CAL002',
    severity: 'warning',
    message: {
      en: '{name} is planned for {measured}, which the clocks show {shown}.',
      fr: '{name} est prévue le {measured}, que les horloges affichent {shown}.',
    },
    fix: {
      en: 'Choose a time that the clocks show exactly once.',
      fr: 'Choisissez une heure que les horloges affichent une seule fois.',
    },
    find: (_strategy, context) =>
      ofPosts(context, ({ at }) => {
        const { shown } = wallTimeReadings(at);
        return (
          shown !== 'once' && {
            at: ['at'],
            measured: `${at.date} ${at.time}`,
            values: { shown: shown === 'never' ? '0×' : '2×' },
          }
        );
      }),
  },
  {
    id: 'strategy/calendar/blackout',
    code: 'CAL003',
    severity: 'error',
    message: {
      en: '{name} goes out on {measured}: {limit}.',
      fr: '{name} part le {measured} : {limit}.',
    },
    fix: { en: 'Move it before or after.', fr: 'Déplacez-la avant ou après.' },
    find: ({ blackouts, zone }, context) =>
      ofPosts(context, ({ at }) => {
        const { date } = wallTimeIn(at, zone);
        const blackout = blackouts.find(({ from, to }) => date >= from && date <= to);
        return blackout && { at: ['at'], measured: date, limit: blackout.reason };
      }),
  },
  {
    id: 'strategy/calendar/approval-time',
    code: 'CAL004',
    severity: 'error',
    message: {
      en: '{name} goes out on {measured}; approval takes until {limit}.',
      fr: '{name} part le {measured} ; la validation prend jusqu’au {limit}.',
    },
    fix: {
      en: 'Move it after {limit}, or ask for an urgent yes.',
      fr: 'Déplacez-la après le {limit}, ou demandez un accord urgent.',
    },
    find: ({ team }, context) => {
      const ready = new Date(Date.parse(context.today) + team.approvalDays * 86_400_000)
        .toISOString()
        .slice(0, 10);
      return ofPosts(
        context,
        ({ at }) =>
          team.approvals.length > 0 &&
          at.date < ready && { at: ['at'], measured: at.date, limit: ready },
      );
    },
  },
  {
    id: 'strategy/calendar/linked',
    code: 'CAL005',
    severity: 'warning',
    message: {
      en: '{name} belongs to no pillar of the plan.',
      fr: '{name} ne relève d’aucun pilier du plan.',
    },
    fix: {
      en: 'Give the draft a pillar, and by it an objective.',
      fr: 'Donnez au brouillon un pilier et, par lui, un objectif.',
    },
    find: ({ pillars }, context) => {
      const known = new Set(pillars.map(({ id }) => id));
      return ofPosts(
        context,
        ({ draft }) =>
          !known.has(draft.pillar ?? '') && {
            at: ['draft', 'pillar'],
            measured: draft.pillar ?? '–',
          },
      );
    },
  },
  {
    id: 'strategy/calendar/utm',
    code: 'CAL006',
    severity: 'warning',
    message: {
      en: '{name} links to {measured} without saying that the campaign sent them.',
      fr: '{name} renvoie à {measured} sans dire que la campagne en est la cause.',
    },
    fix: {
      en: 'Add utm_source, utm_medium and utm_campaign to the link.',
      fr: 'Ajoutez utm_source, utm_medium et utm_campaign au lien.',
    },
    find: ({ campaigns, client }, context) => {
      const known = new Set(campaigns.map(({ id }) => id));
      const own = hostOf(client.website);
      return ofPosts(context, ({ draft }) => {
        const bare = draft.items
          .flatMap(({ link }) => link?.url ?? [])
          .find((url) => hostOf(url) === own && !/[?&]utm_campaign=/.test(url));
        return (
          known.has(draft.campaign ?? '') &&
          bare !== undefined && { at: ['draft', 'items'], measured: bare }
        );
      });
    },
  },
  {
    id: 'strategy/calendar/channel',
    severity: 'error',
    message: {
      en: '{name} goes out on {measured}, which is no channel of the plan.',
      fr: '{name} part sur {measured}, qui n’est pas un canal du plan.',
    },
    fix: { en: 'Add the channel, or move the post.', fr: 'Ajoutez le canal, ou déplacez-la.' },
    find: ({ channels }, context) => {
      const known = new Set(channels.map(({ account }) => accountKey(account)));
      return ofPosts(context, ({ account }) => {
        const key = accountKey(account);
        return !known.has(key) && { at: ['account'], measured: key };
      });
    },
  },
];

function ofPosts(
  { calendar }: ReviewContext,
  judge: (publication: Publication) => Placed | false | undefined,
) {
  return each(['calendar', 'publications'], calendar?.publications ?? [], judge);
}

/** What the strategy's clock shows when a wall time elsewhere has come. */
function wallTimeIn(at: WallTime, zone: Strategy['zone']): WallTime {
  if (at.zone === zone) return at;
  return wallTimeAt(resolveWallTime({ ...at, disambiguation: 'compatible' }), zone);
}
