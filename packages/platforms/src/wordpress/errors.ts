import type { ErrorRow, ErrorTable } from '../error-table.ts';
import { plainText } from './sanitize.ts';
import { Refusal } from './wire.ts';

const create = 'POST /posts';
const change = 'POST /posts/:id';
const upload = 'POST /media';
const comment = 'POST /comments';
const changes = [create, change, upload, comment, 'POST /categories', 'POST /tags'];

// WordPress looks at who asks and at every parameter before it stores anything.
const rows: readonly ErrorRow[] = [
  {
    endpoint: changes,
    code: ['rest_not_logged_in', 'incorrect_password', 'invalid_username', 'invalid_email'],
    kind: 'auth-expired',
    absence: true,
    hint: 'Make another application password in the profile of the user, and store it.',
  },
  {
    code: ['application_passwords_disabled', 'application_passwords_disabled_for_user'],
    kind: 'permission',
    absence: true,
    hint: 'The blog does not allow application passwords: they need HTTPS, and the owner’s consent.',
  },
  {
    endpoint: changes,
    code: [
      'rest_cannot_create',
      'rest_cannot_edit',
      'rest_cannot_publish',
      'rest_forbidden',
      'rest_cannot_assign_term',
      'rest_cannot_assign_sticky',
      'rest_comment_login_required',
      'rest_forbidden_context',
    ],
    kind: 'permission',
    absence: true,
    hint: 'The user needs the role of an author, or of an editor for new categories.',
  },
  { code: 'comment_flood', kind: 'rate-limited', absence: true },
  { status: 429, kind: 'rate-limited', absence: true },
  // What the blog has already may be ours: a reason to look, and no proof.
  { endpoint: comment, code: 'comment_duplicate', kind: 'duplicate' },
  // A refused type of file is answered with 500, and stays refused.
  {
    endpoint: upload,
    code: ['rest_upload_sideload_error', 'rest_upload_unknown_error'],
    kind: 'invalid',
    absence: true,
    hint: 'The blog does not take this type of file: convert it.',
  },
  {
    endpoint: upload,
    code: [
      'rest_upload_file_too_big',
      'rest_upload_limited_space',
      'rest_upload_no_data',
      'rest_upload_no_content_disposition',
      'rest_upload_invalid_disposition',
      'rest_upload_no_content_type',
      'rest_upload_hash_mismatch',
    ],
    kind: 'invalid',
    absence: true,
  },
  { endpoint: upload, status: 413, kind: 'invalid', absence: true, hint: 'Make the file smaller.' },
  {
    endpoint: changes,
    code: ['rest_post_invalid_id', 'rest_comment_invalid_post_id', 'rest_comment_invalid_id'],
    kind: 'gone',
    absence: true,
  },
  {
    endpoint: changes,
    code: [
      'rest_invalid_param',
      'rest_missing_callback_param',
      'empty_content',
      'rest_comment_content_invalid',
      'rest_comment_closed',
      'rest_invalid_field',
    ],
    kind: 'invalid',
    absence: true,
  },
  { code: ['rest_already_trashed'], kind: 'gone' },
];

/**
 * What a WordPress's refusals mean.
 *
 * @see {@link https://developer.wordpress.org/rest-api/ | WordPress: REST API} (2026-11-21)
 */
export const wordPressErrors: ErrorTable = {
  read(body) {
    const { data } = Refusal.safeParse(body);
    return data ? { code: data.code, message: plainText(data.message) } : {};
  },
  rows,
  patienceSeconds: 60,
};
