import { createDecipheriv } from 'node:crypto';
import { isRecord } from '../http/body-fields.ts';
import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import { keepPost, keptPosts } from '../kept-posts.ts';
import { sniffMimeType } from '../mime-sniffing.ts';
import { nextNumber, type Person, personOf } from '../people.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import type { SnapchatSandboxSettings } from './settings.ts';

/** What every part of the server works with. */
export type Snapchat = SandboxContext<SnapchatSandboxSettings>;

/** The table of files, locked and in parts until they are closed. */
export const mediaTable = `
  CREATE TABLE IF NOT EXISTS media (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, type TEXT NOT NULL, key TEXT NOT NULL,
    iv TEXT NOT NULL, is_ready INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS media_part (
    media TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (media, number)
  ) STRICT;`;

/** A no in Snapchat's words. */
export function problem(status: number, code: string, message: string): Answer {
  const body = { request_status: 'ERROR', debug_message: message, error_code: code };
  return { status, body };
}

const profiles = '/v1/public_profiles/:profile';

/** Profiles, files, stories and spotlights. */
export function snapchatRoutes(snapchat: Snapchat): Route[] {
  const { database } = snapchat;
  return [
    route('GET', '/v1/public_profiles/my_profile', (exchange) => {
      const { id, handle } = authenticate(snapchat, exchange);
      const found = { sub_request_status: 'SUCCESS', public_profile: { id, display_name: handle } };
      return yes({ public_profiles: [found] });
    }),
    route('POST', `${profiles}/media`, (exchange) => {
      const { id: account } = authenticate(snapchat, exchange);
      const { type, key, iv } = exchange.fields;
      const [longKey, shortIv] = [key, iv].map((text) => Buffer.from(String(text), 'base64'));
      if (longKey?.length !== 32 || shortIv?.length !== 16) throw invalid('key and iv');
      const id = String(nextNumber(snapchat));
      database.run(
        'INSERT INTO media (id, account, type, key, iv) VALUES (?, ?, ?, ?, ?)',
        id,
        account,
        String(type),
        String(key),
        String(iv),
      );
      const path = `/us/v1/public_profiles/${account}/media/${id}/multipart-upload`;
      return yes({ media_id: id, add_path: path, finalize_path: path });
    }),
    route('POST', `/us${profiles}/media/:media/multipart-upload`, (exchange) => {
      const { id: account } = authenticate(snapchat, exchange);
      const { media = '' } = exchange.parameters;
      const { action, part_number: number, file } = exchange.fields;
      if (action === 'FINALIZE') {
        finalize(snapchat, account, media);
      } else {
        const bytes = isRecord(file) && file['bytes'];
        if (!(bytes instanceof Uint8Array)) throw invalid('file');
        const sql = 'INSERT OR REPLACE INTO media_part (media, number, bytes) VALUES (?, ?, ?)';
        database.run(sql, media, Number(number), bytes);
      }
      return yes({});
    }),
    ...snapRoutes(snapchat, 'story', 'stories'),
    ...snapRoutes(snapchat, 'spotlight', 'spotlights'),
  ];
}

function snapRoutes(snapchat: Snapchat, one: string, many: string): Route[] {
  const { clock, database, settings } = snapchat;
  const shown = (id: string, fields: object) => ({
    sub_request_status: 'SUCCESS',
    [one]: { id, ...fields },
  });
  return [
    route('POST', `${profiles}/${many}`, (exchange) => {
      const person = authenticate(snapchat, exchange);
      const { fields } = exchange;
      const media = String(fields['media_id']);
      const sql = 'SELECT type FROM media WHERE id = ? AND account = ? AND is_ready = 1';
      const kept = database.one(sql, media, person.id);
      if (!kept) throw invalid('media_id');
      if (one === 'spotlight' && kept['type'] !== 'VIDEO') throw invalid('a spotlight is a video');
      const id = String(nextNumber(snapchat));
      keepPost(snapchat, person, { id, kind: one, fields });
      return yes({ [many]: [shown(id, fields)] });
    }),
    route('GET', `${profiles}/${many}`, (exchange) => {
      const latest = clock.now() - settings.listingSeconds * 1000;
      const found = keptPosts(snapchat, authenticate(snapchat, exchange).id).filter(
        ({ kind, createdAt }) => kind === one && createdAt <= latest,
      );
      return yes({ [many]: found.map(({ id, fields }) => shown(id, fields)) });
    }),
  ];
}

/** Opens what was sent, as the real server must. */
function finalize({ database }: Snapchat, account: string, media: string): void {
  const row = database.one('SELECT * FROM media WHERE id = ? AND account = ?', media, account);
  if (!row) throw invalid('media');
  const parts = database
    .all('SELECT bytes FROM media_part WHERE media = ? ORDER BY number', media)
    .map(({ bytes }) => (bytes instanceof Uint8Array ? bytes : new Uint8Array()));
  const [key, iv] = [row['key'], row['iv']].map((text) => Buffer.from(String(text), 'base64'));
  let type: string | undefined;
  try {
    const lock = createDecipheriv('aes-256-cbc', key ?? '', iv ?? '');
    type = sniffMimeType(Buffer.concat([lock.update(Buffer.concat(parts)), lock.final()]));
  } catch {
    throw invalid('the media cannot be decrypted');
  }
  if (!type?.startsWith(String(row['type']).toLowerCase()))
    throw invalid('the media is of another type');
  database.run('UPDATE media SET is_ready = 1 WHERE id = ?', media);
}

function authenticate(snapchat: Snapchat, exchange: Exchange): Person {
  const person = personOf(snapchat, exchange);
  if (!person) throw new Refusal(problem(401, 'E1001', 'Unauthorized'));
  const { profile = person.id } = exchange.parameters;
  if (profile !== person.id) throw new Refusal(problem(403, 'E1002', 'Forbidden'));
  return person;
}

function yes(body: object): Answer {
  return { status: 200, body: { request_status: 'SUCCESS', request_id: '1', ...body } };
}

function invalid(what: string): Refusal {
  return new Refusal(problem(400, 'E2002', `Invalid: ${what}`));
}
