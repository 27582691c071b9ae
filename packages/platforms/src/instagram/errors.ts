import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { readGraphError, sessionCodes, standingRows } from '../meta/graph-error.ts';

const create = 'POST /:user/media';
const publish = 'POST /:user/media_publish';
const upload = 'POST /video-upload';
const changes = [
  create,
  publish,
  upload,
  'POST /:media',
  'POST /:media/comments',
  'POST /:comment',
  'POST /:comment/replies',
  'POST /:user/mentions',
  'POST /:user/messages',
  'DELETE /:comment',
];

/** Trouble of the network's own, or of the way there: the same container may do next time. */
export const passingSubcodes: readonly string[] = [
  '2207001',
  '2207003',
  '2207008',
  '2207020',
  '2207032',
  '2207052',
  '2207053',
  '2207077',
  '2207082',
];

/** What Instagram says of content that it does not take, and how to mend it. */
export const contentSubcodes: Readonly<Record<string, string>> = {
  '2207004': 'Make the picture smaller than 8 MB.',
  '2207005': 'Convert the picture to JPEG, as fitImage of @affiche/publish/media does.',
  '2207009': 'Crop the picture to between 4:5 and 1.91:1.',
  '2207010': 'Shorten the caption, and leave out hashtags or mentions.',
  '2207023': 'Update the adapter.',
  '2207026': 'Convert the film to MP4 with H.264 and AAC.',
  '2207028': 'Put 2 to 10 files into a carousel.',
  '2207035': 'Check the product tags.',
  '2207036': 'Check the product tags.',
  '2207037': 'Check the product tags.',
  '2207040': 'Tag 20 people at most.',
  '2207057': 'Choose a moment inside the film for its cover.',
  '2207081': 'Publish an ordinary reel: this account has no trials.',
};

const subcodes = [
  ...passingSubcodes,
  ...Object.keys(contentSubcodes),
  '2207006',
  '2207027',
  '2207042',
  '2207050',
  '2207051',
];

// What it says of a container is less certain: the container itself is asked then.
const rows: readonly ErrorRow[] = [
  {
    endpoint: ['GET /refresh_access_token', 'GET /access_token'],
    code: [...sessionCodes, '100'],
    kind: 'permission',
    hint: 'Connect the account again: tokens end after 60 days, and are renewed after their first.',
  },
  ...standingRows(changes, {
    session: 'Renew the token, or connect the account again.',
    permission: 'Connect the account again with the scopes that the manifest names for this.',
  }),
  { code: '2207042', kind: 'quota', hint: 'The account published all it may in 24 hours.' },
  // Said of a container that was FINISHED a moment ago, too: asking the container tells.
  { endpoint: publish, code: ['2207006', '2207027'], kind: 'transient' },
  { endpoint: publish, message: /media (?:id is )?not (?:found|available)/i, kind: 'transient' },
  { code: ['2207006', '2207050'], kind: 'permission', hint: 'See in the app what holds it back.' },
  { code: '2207027', kind: 'transient' },
  { code: '2207051', kind: 'blocked', hint: 'Open Instagram and see what it says.' },
  { endpoint: create, code: passingSubcodes, kind: 'transient', absence: true },
  { code: passingSubcodes, kind: 'transient' },
  ...Object.entries(contentSubcodes).flatMap(([code, hint]): ErrorRow[] => [
    { endpoint: create, code, kind: 'invalid', absence: true, hint },
    { code, kind: 'invalid', hint },
  ]),
  { endpoint: create, code: '368', kind: 'blocked', absence: true },
  { code: ['368', '1404006', '1404102'], kind: 'blocked' },
  { code: '506', kind: 'duplicate' },
  { code: ['100/33', '803'], kind: 'gone' },
  { endpoint: create, code: ['100', '352', '9004', '12'], kind: 'invalid', absence: true },
  { code: ['100', '352', '9004', '12'], kind: 'invalid' },
  { code: ['-1', '-2', '1', '2'], kind: 'transient' },
];

/**
 * What the refusals of Instagram mean.
 *
 * @see {@link https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes | Meta: Instagram error codes} (2026-11-21)
 */
export const instagramErrors: ErrorTable = {
  read: readGraphError({ pairs: ['100/33'], subcodes }),
  rows,
  patienceSeconds: 300,
};
