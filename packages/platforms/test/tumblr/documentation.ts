import { readFileSync } from 'node:fs';

// Tumblr's documentation is text; its tables say what may be asked and what is told.
type Fields = ReadonlyMap<string, { readonly type: string; readonly required: boolean }>;

const folder = new URL('../specs/tumblr-docs/', import.meta.url);
const api = readTables('api.txt', /^#+ (`.*)/);
const npf = readTables('npf-spec.txt', /^### (.*)/);
const empty: Fields = new Map();

const create = '`/posts` - Create/Reblog a Post (Neue Post Format)';
const sections: readonly [call: RegExp, section: string][] = [
  [/^POST .*\/blog\/[^/]+\/posts$/, create],
  [/^PUT .*\/posts\/\d+$/, create],
  [/^GET .*\/posts\/\d+$/, '`/posts/{post-id}` - Fetching a Post (Neue Post Format)'],
  [/^GET .*\/posts$/, '`/posts` – Retrieve Published Posts'],
  [/^GET .*\/posts\/queue$/, '`/posts/queue` — Retrieve Queued Posts'],
  [/^GET .*\/posts\/draft$/, '`/posts/draft` — Retrieve Draft Posts'],
  [/^POST .*\/post\/delete$/, '`/post/delete` – Delete a Post'],
  [/^GET .*\/notes$/, '`/notes` - Get notes for a specific Post'],
  [/^GET .*\/followers$/, "`/followers` — Retrieve a Blog's Followers"],
  [/^GET .*\/user\/info$/, "`/user/info` – Get a User's Information"],
];

/** Why a request is not what the documentation describes; `undefined` when it is. */
export function requestProblem(call: string, fields: object): string | undefined {
  const [, section] = sections.find(([pattern]) => pattern.test(call)) ?? [];
  if (section === undefined) return `no call ${call}`;
  // Any call that gives posts takes it, says the documentation elsewhere.
  const { npf: _, ...others } = fields as { npf?: unknown };
  return (
    fieldsProblem(others, tablesOf(section), call) ??
    ('content' in fields ? contentProblem(fields.content, true) : undefined)
  );
}

/** Why an answer is not what the documentation describes; `undefined` when it is. */
export function responseProblem(call: string, status: number, body: unknown): string | undefined {
  const { meta, response } = body as {
    meta?: { status?: unknown; msg?: unknown };
    response?: object;
  };
  if (meta?.status !== status || typeof meta.msg !== 'string') return `${call}: no meta`;
  if (status >= 400) return undefined;
  if (/^(?:POST|PUT)/.test(call)) {
    const id: unknown = response && Reflect.get(response, 'id');
    return typeof id === 'string' ? undefined : `${call}: no id`;
  }
  const posts: unknown = response && Reflect.get(response, 'posts');
  if (Array.isArray(posts)) {
    return posts.map((post) => postProblem(post)).find((problem) => problem !== undefined);
  }
  const { user, ...others } = (response ?? {}) as { user?: object };
  const [, section = ''] = sections.find(([pattern]) => pattern.test(call)) ?? [];
  const problem = fieldsProblem(user ?? others, tablesOf(section), call);
  return problem ?? ('content' in others ? contentProblem(others.content, false) : undefined);
}

/** A `fetch` that holds every request and every answer to the documentation. */
export function documentedFetch(problems: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const call = `${request.method} ${pathname}`;
    const response = await fetch(request.clone());
    if (/oauth2/.test(pathname)) return response;
    const asked = requestProblem(call, await fieldsOf(request));
    const told = responseProblem(call, response.status, await response.clone().json());
    problems.push(...[asked, told].filter((problem) => problem !== undefined));
    return response;
  };
}

async function fieldsOf(request: Request): Promise<object> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await request.json()) as object;
  if (request.method === 'GET') return Object.fromEntries(new URL(request.url).searchParams);
  const form = await request.formData();
  const json = form.get('json');
  return json instanceof Blob
    ? (JSON.parse(await json.text()) as object)
    : Object.fromEntries(form);
}

function postProblem(post: object): string | undefined {
  const { object_type: _, content, layout: __, ...fields } = post as Record<string, unknown>;
  const listed = tablesOf('`/posts` – Retrieve Published Posts');
  return fieldsProblem(fields, listed, 'a post') ?? contentProblem(content, false);
}

function contentProblem(content: unknown, isAsked: boolean): string | undefined {
  if (!Array.isArray(content)) return 'the content is no list';
  for (const block of content as { type: string; media?: unknown }[]) {
    const { type, ...fields } = block;
    const { media } = fields;
    const name = `Content Block Type: ${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    const known = npf.get(name);
    if (!known) return `no block ${type}`;
    // A picture has one medium of several sizes, a film has one.
    if (media !== undefined && Array.isArray(media) !== (type === 'image')) return `${type}.media`;
    const files = [media ?? []].flat() as Record<string, unknown>[];
    const problem =
      fieldsProblem(fields, known, type) ??
      files.map((file) => fileProblem(file, isAsked)).find((each) => each !== undefined);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function fileProblem(file: Record<string, unknown>, isAsked: boolean): string | undefined {
  // What is uploaded has the name of its part in the place of an address.
  const { identifier, ...others } = file;
  const fields = isAsked && identifier !== undefined ? { url: '', ...others } : file;
  return fieldsProblem(fields, npf.get('Media Objects') ?? empty, 'media');
}

function fieldsProblem(value: object, known: Fields, where: string): string | undefined {
  for (const [name, { required }] of known) {
    if (required && !(name in value)) return `${where}: ${name} is missing`;
  }
  for (const [name, each] of Object.entries(value)) {
    const field = known.get(name);
    if (!field) return `${where}: ${name} is unknown`;
    if (!isOfType(each, field.type)) return `${where}: ${name} is no ${field.type}`;
  }
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  if (/array/i.test(type)) return Array.isArray(value);
  if (/object/i.test(type)) return typeof value === 'object' && value !== null;
  // In an address and in a form everything is a text.
  if (/number|integer/i.test(type)) return value !== '' && Number.isFinite(Number(value));
  if (/bool/i.test(type)) return /^(?:true|false)$/.test(String(value));
  return typeof value === 'string';
}

function tablesOf(section: string): Fields {
  return api.get(section) ?? empty;
}

/** All tables of each section, as one. */
function readTables(file: string, heading: RegExp): ReadonlyMap<string, Fields> {
  const tables = new Map<string, Map<string, { type: string; required: boolean }>>();
  let section = '';
  let columns: string[] | undefined;
  for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
    section = heading.exec(line)?.[1] ?? section;
    if (!line.includes('|')) columns = undefined;
    else if (!columns) columns = cellsOf(line);
    else if (!/^[|\s:-]+$/.test(line)) {
      const cells = cellsOf(line);
      const column = (name: RegExp) => cells[columns?.findIndex((each) => name.test(each)) ?? -1];
      const fields = tables.get(section) ?? new Map<string, { type: string; required: boolean }>();
      tables.set(section, fields);
      const required =
        column(/^Required/) === 'yes' || column(/^Required/) === 'Yes, for new posts';
      // What stands in the path is no field.
      if (!/-(?:identifier|id)$/.test(cells[0] ?? '')) {
        fields.set(cells[0] ?? '', { type: column(/^Type/) ?? '', required });
      }
    }
  }
  return tables;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replaceAll(/[*`]/g, '').trim());
}
