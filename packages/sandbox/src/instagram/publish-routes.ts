import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { fieldsOf } from '../meta/fields.ts';
import { graphError, invalidParameter } from '../meta/graph-answers.ts';
import { type Account, requireToken } from '../meta/profiles.ts';
import { checkContainer } from './container-rules.ts';
import { insertContainer, requireContainer, takeFile } from './containers.ts';
import type { Instagram } from './context.ts';
import { own } from './own-account.ts';
import { publish, quotaView } from './publishing.ts';

/** Containers, their files, publication, and the quota. */
export function publishRoutes(instagram: Instagram): Route[] {
  const { version } = instagram.settings;
  const base = `/${version}`;
  return [
    route('POST', `${base}/:user/media`, (exchange) => create(instagram, exchange)),
    route('POST', `/ig-api-upload/${version}/:container`, (exchange) => take(instagram, exchange)),
    route('POST', `${base}/:user/media_publish`, (exchange) => {
      const account = own(instagram, exchange);
      const { creation_id: id } = fieldsOf(exchange);
      if (!id) throw invalidParameter('creation_id is required');
      return answer({ id: publish(instagram, account, id) });
    }),
    route('GET', `${base}/:user/content_publishing_limit`, (exchange) =>
      answer({ data: [quotaView(instagram, own(instagram, exchange))] }),
    ),
  ];
}

function create(instagram: Instagram, exchange: Exchange): Answer {
  const account: Account = own(instagram, exchange);
  const fields = fieldsOf(exchange);
  checkContainer(instagram, account, fields);
  const id = insertContainer(instagram, account.id, fields, exchange.fault?.effect);
  const uri = `${instagram.url()}/ig-api-upload/${instagram.settings.version}/${id}`;
  return answer({ id, ...(fields['upload_type'] === 'resumable' && { uri }) });
}

/** The file of a container, whole or not at all. */
function take(instagram: Instagram, exchange: Exchange): Answer {
  const { headers, body, parameters } = exchange;
  const token = /^OAuth (?<token>\S+)$/.exec(headers.authorization ?? '')?.groups?.['token'] ?? '';
  const { account } = requireToken(instagram, token);
  const container = requireContainer(instagram, parameters['container'] ?? '', account);
  if (Number(headers['file_size']) !== body.byteLength || headers['offset'] !== '0') {
    throw graphError({
      message: 'Upload failed: the file is not whole',
      code: -1,
      subcode: 2_207_053,
    });
  }
  takeFile(instagram, container, body);
  return answer({ success: true, message: 'Upload successful.' });
}

function answer(body: unknown): Answer {
  return { status: 200, body };
}
