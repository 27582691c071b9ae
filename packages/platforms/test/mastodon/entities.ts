import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Record<string, Schema>;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const location = new URL('../specs/mastodon-openapi/schema.json', import.meta.url);
const { components } = JSON.parse(readFileSync(location, 'utf8')) as {
  components: { schemas: Record<string, Schema> };
};

/** The least that the documentation allows an entity to be. */
function least(schema: Schema): unknown {
  if (schema.$ref !== undefined) return least(components.schemas[schema.$ref.split('/').at(-1)!]!);
  if (schema.enum) return schema.enum[0];
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (choice) return least(choice);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(least));
  const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : schema.type;
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return false;
  if (type === 'string') return text(schema.format);
  return Object.fromEntries(
    (schema.required ?? []).map((name) => [name, least(schema.properties?.[name] ?? {})]),
  );
}

function text(format: string | undefined): string {
  if (format === 'date-time') return '2027-01-04T08:00:00.000Z';
  if (format === 'date') return '2027-01-04';
  if (format === 'email') return 'mail@example.com';
  return format === 'uri' ? 'https://example.com/' : '';
}

const entity = (name: string, fields: object = {}) =>
  Object.assign(least({ $ref: `/${name}` }) as Record<string, unknown>, fields);

export const accountEntity = () =>
  entity('CredentialAccount', { id: '1', followers_count: 120, statuses_count: 7 });

export const mediaEntity = (id: string) => entity('MediaAttachment', { id });

const limits = {
  statuses: { max_characters: 600, max_media_attachments: 6, characters_reserved_per_url: 25 },
  media_attachments: {
    description_limit: 1500,
    supported_mime_types: ['image/jpeg', 'video/mp4'],
    image_size_limit: 16_777_216,
    image_matrix_limit: 33_177_600,
    video_size_limit: 103_809_024,
    video_matrix_limit: 8_294_400,
  },
  polls: {
    max_options: 4,
    max_characters_per_option: 50,
    min_expiration: 300,
    max_expiration: 2_629_746,
  },
};

export const instanceEntity = (version: 1 | 2) => {
  const plain = entity(version === 2 ? 'Instance' : 'V1Instance', { version: '4.5.0' });
  const configuration = plain['configuration'] as Record<keyof typeof limits, object>;
  for (const name of ['statuses', 'media_attachments', 'polls'] as const) {
    Object.assign(configuration[name], limits[name]);
  }
  if (version === 2) plain['api_versions'] = { mastodon: 7 };
  return plain;
};

export const notificationEntity = (id: string, status: object) =>
  entity('Notification', { id, type: 'mention', status });

/** A post as the server shows it: as HTML, with links and people dressed up. */
export function statusEntity(
  id: string,
  createdAt: string,
  body: Record<string, unknown> & { media_ids?: string[] },
): Record<string, unknown> & { id: string; created_at: string } {
  const poll = body['poll'] as { options: string[] } | undefined;
  return entity('Status', {
    id,
    url: `https://example.com/@bakery/${id}`,
    created_at: createdAt,
    content: html(String(body['status'])),
    spoiler_text: body['spoiler_text'] ?? '',
    in_reply_to_id: body['in_reply_to_id'] ?? null,
    media_attachments: (body.media_ids ?? []).map(mediaEntity),
    poll: poll
      ? entity('Poll', { options: poll.options.map((title) => ({ title, votes_count: 0 })) })
      : null,
    favourites_count: 3,
    reblogs_count: 2,
    replies_count: 0,
    quotes_count: 1,
  }) as Record<string, unknown> & { id: string; created_at: string };
}

function html(plain: string): string {
  const escaped = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const dressed = escaped
    .replaceAll(
      /(https:\/\/)(\S+)/g,
      '<a href="$1$2"><span class="invisible">$1</span><span class="">$2</span></a>',
    )
    .replaceAll(
      /@(\w+)@[\w.]+/g,
      '<span class="h-card"><a href="https://x.example/@$1">@<span>$1</span></a></span>',
    )
    .replaceAll(
      /#(\w+)/g,
      '<a href="https://example.com/tags/$1" class="hashtag">#<span>$1</span></a>',
    );
  return `<p>${dressed.replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br />')}</p>`;
}
