import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate, authenticateReader, isMember, requireSelf } from './accounts.ts';
import {
  fieldError,
  freshNumber,
  type LinkedIn,
  linkedInError,
  notFound,
  secret,
} from './context.ts';
import { complete, findUpload, statusOf, type Upload } from './uploads.ts';

/** Files: `/rest/images`, `/rest/videos`, `/rest/documents`, and where their bytes go. */
export function uploadRoutes(linkedIn: LinkedIn): Route[] {
  const kinds = ['image', 'video', 'document'] as const;
  return [
    ...kinds.flatMap((kind) => [
      route('POST', `/rest/${kind}s`, (exchange) =>
        exchange.query.get('action') === 'finalizeUpload'
          ? finalize(linkedIn, exchange)
          : initialize(linkedIn, kind, exchange),
      ),
      route('GET', `/rest/${kind}s/:id`, (exchange) => {
        // Members may ask about their films, and about nothing else.
        const account = authenticate(linkedIn, exchange);
        if (kind !== 'video' && isMember(account)) authenticateReader(linkedIn, exchange);
        const upload = findUpload(linkedIn, exchange.parameters['id'] ?? '');
        if (!upload) throw notFound();
        return { status: 200, body: { id: upload.urn, status: statusOf(linkedIn, upload) } };
      }),
    ]),
    route('PUT', '/dms-uploads/:id/:part', (exchange) => receive(linkedIn, exchange)),
  ];
}

function initialize(linkedIn: LinkedIn, kind: Upload['kind'], exchange: Exchange): Answer {
  const { database, settings, clock } = linkedIn;
  const account = authenticate(linkedIn, exchange);
  const { initializeUploadRequest: request } = exchange.fields;
  if (exchange.query.get('action') !== 'initializeUpload' || !isRecord(request)) {
    throw linkedInError(400, 'ILLEGAL_ARGUMENT', 'No known action was named');
  }
  requireSelf(account, request['owner']);
  const size = kind === 'video' ? Number(request['fileSizeBytes']) : 0;
  if (kind === 'video' && !(size > 0)) throw fieldError('fileSizeBytes', 'field is required');
  const parts = kind === 'video' ? Math.ceil(size / settings.partBytes) : 1;
  const urn = `urn:li:${kind}:C${freshNumber(linkedIn)}`;
  database.run(
    'INSERT INTO upload (urn, owner, kind, parts, size, failed) VALUES (?, ?, ?, ?, ?, ?)',
    urn,
    account.urn,
    kind,
    parts,
    size,
    exchange.fault?.effect === 'media-failed' ? 1 : 0,
  );
  const address = (part: number) =>
    `${linkedIn.url()}/dms-uploads/${encodeURIComponent(urn)}/${part}`;
  if (kind !== 'video') {
    const uploadUrlExpiresAt = clock.now() + 86_400_000;
    return {
      status: 200,
      body: { value: { uploadUrlExpiresAt, uploadUrl: address(0), [kind]: urn } },
    };
  }
  const uploadInstructions = Array.from({ length: parts }, (_, part) => ({
    uploadUrl: address(part),
    firstByte: part * settings.partBytes,
    lastByte: Math.min(size, (part + 1) * settings.partBytes) - 1,
  }));
  return { status: 200, body: { value: { uploadInstructions, video: urn, uploadToken: '' } } };
}

function receive(linkedIn: LinkedIn, { parameters, body }: Exchange): Answer {
  const { database } = linkedIn;
  const upload = findUpload(linkedIn, parameters['id'] ?? '');
  const number = Number(parameters['part']);
  if (!upload || !(number < upload.parts)) throw notFound();
  const tag = secret(linkedIn, `${upload.urn} ${number}`).slice(0, 16);
  database.run(
    'INSERT OR REPLACE INTO upload_part (upload, number, tag, bytes) VALUES (?, ?, ?, ?)',
    upload.urn,
    number,
    tag,
    body,
  );
  if (upload.kind !== 'video') complete(linkedIn, upload);
  return { status: 201, headers: { etag: tag } };
}

function finalize(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const account = authenticate(linkedIn, exchange);
  const { finalizeUploadRequest: request } = exchange.fields;
  const upload = isRecord(request) ? findUpload(linkedIn, String(request['video'])) : undefined;
  if (!upload || !isRecord(request)) throw notFound();
  requireSelf(account, upload.owner);
  const tags = linkedIn.database
    .all('SELECT tag FROM upload_part WHERE upload = ? ORDER BY number', upload.urn)
    .map((row) => String(row['tag']));
  if (
    tags.length < upload.parts ||
    JSON.stringify(tags) !== JSON.stringify(request['uploadedPartIds'])
  ) {
    throw fieldError('uploadedPartIds', 'does not name every part in order');
  }
  complete(linkedIn, upload);
  return { status: 200 };
}
