import { type Finding, type Instant, Instant as InstantSchema } from '@affiche/core';
import type { PostMetrics, PostObservation } from '@affiche/schedule';
import type { Reading } from '@affiche/core';
import type { Project } from './project.ts';
import { findFile } from './project-folder.ts';
import { readCsv, type Row } from './table.ts';

const metrics = [
  'impressions',
  'reach',
  'reactions',
  'comments',
  'shares',
  'saves',
  'clicks',
] as const;

/** What became of earlier posts: rows of `history.csv`, and what we measured ourselves. */
export async function readHistory(
  project: Project,
  readings: readonly Reading[],
): Promise<{ readonly history: PostObservation[]; readonly findings: Finding[] }> {
  const file = await findFile(project, 'history');
  const history = fromReadings(readings);
  const findings: Finding[] = [];
  for (const [index, row] of (file ? await readCsv(file) : []).entries()) {
    const published = InstantSchema.safeParse(row['publishedAt']);
    if (published.success) history.push(fromRow(row, published.data, project.now));
    else findings.push(unreadable(index, row['publishedAt']));
  }
  return { history, findings };
}

function fromRow(row: Row, publishedAt: Instant, now: Instant): PostObservation {
  const counted = metrics.flatMap((name) => {
    const value = row[name];
    return value ? [[name, Number(value)]] : [];
  });
  return {
    id: row['id'] || publishedAt,
    account: row['account'] || 'history',
    platform: row['platform'] || 'unknown',
    publishedAt,
    measuredAt: row['measuredAt'] || now,
    metrics: Object.fromEntries(counted) as PostMetrics,
    ...(row['contentType'] ? { contentType: row['contentType'] } : {}),
    ...(row['paid'] ? { paid: row['paid'] === 'true' } : {}),
  };
}

/** The latest that networks said of each of our posts. */
function fromReadings(readings: readonly Reading[]): PostObservation[] {
  const posts = readings.filter(
    ({ subject, publishedAt }) => subject.kind === 'post' && publishedAt !== undefined,
  );
  return [...Map.groupBy(posts, ({ subject }) => subject.id)].map(([id, counted]) => {
    const inOrder = counted.toSorted((a, b) => a.asOf.localeCompare(b.asOf));
    const last = inOrder.at(-1);
    const values = inOrder.map(({ fact, value }) => [
      fact === 'linkClicks' ? 'clicks' : fact,
      value,
    ]);
    return {
      id,
      account: last?.subject.account ?? '',
      platform: last?.subject.platform ?? '',
      publishedAt: last?.publishedAt ?? '',
      measuredAt: last?.asOf ?? '',
      metrics: Object.fromEntries(
        values.filter(([fact]) => metrics.some((known) => known === fact)),
      ) as PostMetrics,
    };
  });
}

function unreadable(index: number, written: string | undefined): Finding {
  return {
    rule: 'project/history/published-at',
    severity: 'warning',
    path: ['history', `row ${index + 2}`, 'publishedAt'],
    message: `The row is left out: "${written ?? ''}" is no moment with an offset.`,
    fix: 'Write it like 2026-03-01T18:30:00+01:00.',
  };
}
