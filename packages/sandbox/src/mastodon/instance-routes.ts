import { type Route, route } from '../http/route.ts';
import { type Mastodon, recordNotFound } from './context.ts';

/** What the server says about itself, in both versions. */
export function instanceRoutes(mastodon: Mastodon): Route[] {
  return [
    get('/api/v2/instance', () => {
      if (!mastodon.settings.instanceV2) throw recordNotFound();
      return instance(mastodon);
    }),
    get('/api/v1/instance', () => firstInstance(mastodon)),
    get('/.well-known/nodeinfo', () => {
      const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0';
      return { links: [{ rel, href: `${mastodon.url()}/nodeinfo/2.0` }] };
    }),
    get('/nodeinfo/2.0', () => nodeinfo(mastodon)),
    get('/.well-known/oauth-authorization-server', () => {
      const url = mastodon.url();
      return {
        issuer: `${url}/`,
        authorization_endpoint: `${url}/oauth/authorize`,
        token_endpoint: `${url}/oauth/token`,
        app_registration_endpoint: `${url}/api/v1/apps`,
        revocation_endpoint: `${url}/oauth/revoke`,
        scopes_supported: ['read', 'write', 'follow', 'push', 'profile'],
        response_types_supported: ['code'],
        grant_types_supported: ['authorization_code', 'client_credentials'],
      };
    }),
  ];
}

const title = 'Affiche sandbox';
const description = 'A Mastodon API on loopback, for tests.';

function get(path: string, body: () => unknown): Route {
  return route('GET', path, () => ({ status: 200, body: body() }));
}

/** @see {@link https://docs.joinmastodon.org/entities/Instance/ | Mastodon: instance} */
function instance(mastodon: Mastodon) {
  const { settings } = mastodon;
  const url = mastodon.url();
  return {
    domain: new URL(url).host,
    title,
    version: settings.version,
    source_url: 'https://github.com/mastodon/mastodon',
    description,
    usage: { users: { active_month: 1 } },
    thumbnail: { url: `${url}/thumbnail.png` },
    icon: [],
    languages: ['en'],
    configuration: {
      urls: { streaming: url.replace(/^http/, 'ws') },
      vapid: { public_key: '' },
      accounts: { max_featured_tags: 10, max_pinned_statuses: 5 },
      ...limits(mastodon),
      translation: { enabled: false },
      limited_federation: false,
    },
    registrations: {
      enabled: false,
      approval_required: false,
      reason_required: false,
      message: null,
      min_age: null,
      url: null,
    },
    api_versions: { mastodon: 7 },
    contact: { email: 'sandbox@example.com', account: null },
    rules: [],
  };
}

/** @see {@link https://docs.joinmastodon.org/entities/V1_Instance/ | Mastodon: instance, first version} */
function firstInstance(mastodon: Mastodon) {
  const url = mastodon.url();
  return {
    uri: new URL(url).host,
    title,
    short_description: description,
    description,
    email: 'sandbox@example.com',
    version: mastodon.settings.version,
    urls: { streaming_api: url.replace(/^http/, 'ws') },
    stats: { user_count: 1, status_count: 0, domain_count: 0 },
    thumbnail: `${url}/thumbnail.png`,
    languages: ['en'],
    registrations: false,
    approval_required: false,
    invites_enabled: false,
    configuration: { accounts: { max_featured_tags: 10 }, ...limits(mastodon) },
    contact_account: null,
    rules: [],
  };
}

/** @see {@link https://nodeinfo.diaspora.software/protocol.html | NodeInfo} */
function nodeinfo({ settings }: Mastodon) {
  const { software, version } = settings;
  return {
    version: '2.0',
    software: { name: software, version },
    protocols: ['activitypub'],
    services: { inbound: [], outbound: [] },
    usage: { users: { total: 1 } },
    openRegistrations: false,
    metadata: {},
  };
}

function limits({ settings }: Mastodon) {
  return {
    statuses: {
      max_characters: settings.maxCharacters,
      max_media_attachments: settings.maxMediaAttachments,
      characters_reserved_per_url: settings.charactersReservedPerUrl,
    },
    media_attachments: {
      supported_mime_types: settings.supportedMimeTypes,
      description_limit: settings.descriptionLimit,
      image_size_limit: settings.imageSizeLimit,
      image_matrix_limit: 33_177_600,
      video_size_limit: settings.videoSizeLimit,
      video_frame_rate_limit: 120,
      video_matrix_limit: 8_294_400,
    },
    polls: {
      max_options: settings.pollMaxOptions,
      max_characters_per_option: settings.pollMaxCharactersPerOption,
      min_expiration: settings.pollMinExpiration,
      max_expiration: settings.pollMaxExpiration,
    },
  };
}
