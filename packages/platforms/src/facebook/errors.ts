import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { readGraphError, standingRows } from '../meta/graph-error.ts';

/** The label of the request that publishes a film, which shares its address with those that send it. */
export const finish = (edge: string) => `/:page/${edge}?upload_phase=finish`;

const invisible = [
  'POST /:page/photos',
  'POST /:page/videos',
  'POST /:page/video_reels',
  'POST /:page/video_stories',
  'POST /video-upload',
];
const visible = [
  'POST /:page/feed',
  'POST /:page/photo_stories',
  ...['videos', 'video_reels', 'video_stories'].map((edge) => `POST ${finish(edge)}`),
  'POST /:object/comments',
  'POST /:page/messages',
  'POST /:object',
  'POST /:object/likes',
  'POST /:object/blocked',
  'DELETE /:object',
];
const changes = [...invisible, ...visible];

const identity = ['1404078', '4854002'];
const blocks = ['368', '1346003', '1404006', '1404102'];
// All that begin with 1363 are about films.
const invalid = ['100', '12', '1363', '1366046', '1609005', '1609008', '2061006', '2069019'];

// What it says of a post is less certain: the page's own posts are asked then.
const rows: readonly ErrorRow[] = [
  ...standingRows(changes, {
    session:
      'Let the person who connected the page sign in again: the password, the role or the consent changed.',
    permission:
      'Connect the page again with the scopes of the manifest; the person needs the task CREATE_CONTENT.',
  }),
  {
    code: '1390008',
    kind: 'blocked',
    hint: 'The page posts too fast for Facebook: wait for some hours, and post less often.',
  },
  {
    code: identity,
    kind: 'permission',
    hint: 'Somebody who runs the page must confirm who they are, on facebook.com.',
  },
  { endpoint: invisible, code: blocks, kind: 'blocked', absence: true },
  { code: blocks, kind: 'blocked', hint: 'See what Facebook says in the page’s support inbox.' },
  { code: ['506', '1366051'], kind: 'duplicate' },
  { code: ['100/33', '803'], kind: 'gone' },
  { code: ['1363047', '1609010', '1', '2'], kind: 'transient' },
  {
    endpoint: changes,
    code: '2635',
    kind: 'invalid',
    absence: true,
    hint: 'The version of the interface has stopped: set a newer one in the adapter.',
  },
  { endpoint: invisible, code: invalid, kind: 'invalid', absence: true },
  { code: invalid, kind: 'invalid' },
];

/**
 * What the refusals of Facebook mean.
 *
 * @see {@link https://developers.facebook.com/docs/graph-api/guides/error-handling | Meta: errors} (2026-11-21)
 */
export const facebookErrors: ErrorTable = {
  read: readGraphError({
    pairs: ['100/33'],
    families: ['1363'],
    subcodes: [
      '1390008',
      '1346003',
      '1404006',
      '1404102',
      ...identity,
      '1366046',
      '1366051',
      '1363047',
      '1609005',
      '1609008',
      '1609010',
      '2061006',
      '2069019',
    ],
  }),
  rows,
  patienceSeconds: 300,
};
