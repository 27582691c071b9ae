import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/body-fields.ts';
import { type Route, route } from '../http/route.ts';
import { require } from './accounts.ts';
import { moment, parameter, refusal, type WordPress } from './context.ts';
import { insertPost, requirePost } from './posts.ts';
import { mediaView } from './post-views.ts';

const base = '/wp-json/wp/v2/media';
const cannot = [
  'rest_cannot_create',
  'Sorry, you are not allowed to upload media on this site.',
] as const;

/** Files. */
export function mediaRoutes(wordPress: WordPress): Route[] {
  return [
    route('POST', base, (exchange) => upload(wordPress, exchange)),
    route('DELETE', `${base}/:id`, (exchange) => {
      const file = requirePost(wordPress, Number(exchange.parameters['id']), 'attachment');
      require(wordPress, exchange, 'upload', cannot);
      if (parameter(exchange, 'force') !== 'true') {
        const why = "The post does not support trashing. Set 'force=true' to delete.";
        throw refusal(501, 'rest_trash_not_supported', why);
      }
      wordPress.database.run('DELETE FROM post WHERE id = ?', file.id);
      return { status: 200, body: { deleted: true, previous: mediaView(wordPress, file) } };
    }),
  ];
}

function upload(wordPress: WordPress, exchange: Exchange) {
  const { settings, clock } = wordPress;
  const account = require(wordPress, exchange, 'upload', cannot);
  const { name, bytes, type } = fileOf(exchange);
  const isForm = exchange.fields['file'] !== undefined;
  if (bytes.byteLength > settings.uploadBytes) {
    const why = 'This file is too big.';
    throw refusal(400, 'rest_upload_file_too_big', why);
  }
  const [, ending = ''] = /\.(\w+)$/.exec(name.toLowerCase()) ?? [];
  if (!settings.fileTypes.includes(ending)) {
    const why = 'Sorry, you are not allowed to upload this file type.';
    const code = isForm ? 'rest_upload_unknown_error' : 'rest_upload_sideload_error';
    throw refusal(500, code, why);
  }
  const [year = '', month = ''] = moment(clock.now()).split('-');
  const fields = {
    file: `${year}/${month}/${name}`,
    mime_type: type,
    alt_text: parameter(exchange, 'alt_text') ?? '',
  };
  const slug = name.replace(/\.\w+$/, '');
  const file = { type: 'attachment', slug, status: 'inherit', fields, publishedAt: null } as const;
  const post = insertPost(wordPress, account, file);
  return { status: 201, body: mediaView(wordPress, post) };
}

/** A part of a form, or the body itself with its name in a header. */
function fileOf({ fields, headers, body }: Exchange) {
  const part = fields['file'];
  if (isRecord(part) && part['bytes'] instanceof Uint8Array) {
    return part as { name: string; type: string; bytes: Uint8Array };
  }
  if (body.byteLength === 0) {
    throw refusal(400, 'rest_upload_no_data', 'No data supplied.');
  }
  const disposition = headers['content-disposition'];
  const name = /filename="?(?<name>[^";]+)/.exec(disposition ?? '')?.groups?.['name'];
  if (name === undefined) {
    throw refusal(400, 'rest_upload_no_content_disposition', 'No Content-Disposition supplied.');
  }
  return { name, type: headers['content-type'] ?? '', bytes: new Uint8Array(body) };
}
