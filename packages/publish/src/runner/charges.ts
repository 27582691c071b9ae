import {
  type Account,
  accountKey,
  type AnyPlatform,
  type Cost,
  type RateObservation,
} from '@affiche/core';
import type { Charge, RateLesson } from '../outbox/charge.ts';
import { secondsUntil } from './seconds-until.ts';

/** How long a refusal without a date keeps a bucket closed, in seconds. */
const silentRefusalSeconds = 60;

/** The buckets that a call takes points from, and the gate through which all calls of an account go. */
export function chargesFor(
  platform: AnyPlatform,
  account: Account,
  costs: readonly Cost[],
  address: string,
): Charge[] {
  const gate = { bucket: gateOf(platform, account), points: 0, windows: [] };
  return [gate, ...costs.flatMap((cost) => bucketCharges(platform, account, cost, address))];
}

/** The bucket that stops every call of an account. */
export function gateOf(platform: Pick<AnyPlatform, 'id'>, account: Account): string {
  return `${platform.id}/*/account:${accountKey(account)}`;
}

/** What an answer taught, bucket by bucket. */
export function lessonsFrom(
  platform: AnyPlatform,
  account: Account,
  observation: RateObservation,
  { address, now }: { readonly address: string; readonly now: number },
): RateLesson[] {
  const { bucket, limit, remaining, windowSeconds, refused } = observation;
  const seconds = secondsUntil(observation.resetAt, now);
  const resetAt = seconds === undefined ? undefined : now + seconds * 1000;
  const isClosed = refused || remaining === 0;
  const blockedUntilAt = isClosed
    ? (resetAt ?? (refused ? now + silentRefusalSeconds * 1000 : undefined))
    : undefined;
  if (bucket === '*') {
    return blockedUntilAt === undefined
      ? []
      : [{ bucket: gateOf(platform, account), windows: [], blockedUntilAt }];
  }
  const taught = {
    ...(limit === undefined ? {} : { limit }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(windowSeconds === undefined ? {} : { windowSeconds }),
    ...(resetAt === undefined ? {} : { resetAt }),
    ...(blockedUntilAt === undefined ? {} : { blockedUntilAt }),
  };
  return bucketCharges(platform, account, { bucket, points: 1 }, address).map(
    (charge): RateLesson =>
      Object.assign({ bucket: charge.bucket, windows: charge.windows }, taught),
  );
}

/** One charge for each scope that the bucket's rules count by. */
function bucketCharges(
  platform: AnyPlatform,
  account: Account,
  { bucket, points }: Cost,
  address: string,
): Charge[] {
  const rules = platform.manifest.rates.filter((rule) => rule.bucket === bucket);
  const scopes =
    rules.length > 0 ? [...new Set(rules.map(({ per }) => per))] : ['account' as const];
  return scopes.map((per) => ({
    bucket: `${platform.id}/${bucket}/${scopeName(per, account, address)}`,
    points,
    windows: rules
      .filter((rule) => rule.per === per)
      .map(({ points: most, windowSeconds, midnightIn }) => ({
        points: most,
        windowSeconds,
        ...(midnightIn !== undefined && { midnightIn }),
      })),
  }));
}

function scopeName(
  per: 'account' | 'app' | 'host' | 'address',
  account: Account,
  address: string,
): string {
  const host = account.host ?? '';
  switch (per) {
    case 'account':
      return `account:${accountKey(account)}`;
    case 'app':
      return `app:${host}`;
    case 'host':
      return `host:${host}`;
    case 'address':
    default:
      return `address:${address}@${host}`;
  }
}
