import { epochMilliseconds, instant, resolveWallTime } from '@affiche/core';
import type { PostObservation } from '@affiche/schedule';
import { readCsv } from './files.ts';

const hour = 3_600_000;
// The data were scraped at UTC-5; the shop is in Bangkok, at UTC+7 all year.
const scraperToBangkok = 12 * hour;
// Whole weeks, so that a Monday stays a Monday: from June 2018 to December 2026.
const toOurTime = 444 * 7 * 24 * hour;
const aWeekLater = 7 * 24 * hour;

/** Reads the public history of a shop (see NOTICE.txt) as if the bakery in Paris had posted it. */
export async function readHistory(file: string): Promise<PostObservation[]> {
  return (await readCsv(file)).map((row) => {
    const publishedAt = parisTime(row['status_published'] ?? '');
    return {
      id: row['status_id'] ?? '',
      account: 'history',
      platform: 'facebook',
      publishedAt,
      measuredAt: instant(epochMilliseconds(publishedAt) + aWeekLater),
      contentType: row['status_type'] ?? '',
      metrics: {
        reactions: Number(row['num_reactions']),
        comments: Number(row['num_comments']),
        shares: Number(row['num_shares']),
      },
    };
  });
}

/** The instant in Paris at which the clock shows what it showed in Bangkok, 444 weeks later. */
function parisTime(published: string): string {
  const [, month = '', day = '', year = '', time = ''] =
    /^(\d+)\/(\d+)\/(\d+) (\d+:\d+)$/.exec(published) ?? [];
  const scraped = Date.parse(
    `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}Z`,
  );
  const wall = instant(scraped + scraperToBangkok + toOurTime);
  return resolveWallTime({
    date: wall.slice(0, 10),
    time: wall.slice(11, 16),
    zone: 'Europe/Paris',
    disambiguation: 'compatible',
  });
}
