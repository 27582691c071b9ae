import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

interface Parameter {
  readonly type: string;
  readonly required?: boolean;
  readonly enum?: readonly string[];
}
interface Method {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly upload?: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly request?: string;
  readonly response?: string;
}
interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
}

const location = new URL('../specs/youtube-discovery/youtube.v3.json', import.meta.url);
const { methods, parameters, schemas } = JSON.parse(
  readFileSync(location, 'utf8').replaceAll(/"\$ref": "(\w+)"/g, '"$ref": "#/schemas/$1"'),
) as {
  methods: Method[];
  parameters: Record<string, Parameter>;
  schemas: Record<string, Schema>;
};
for (const schema of Object.values(schemas)) {
  if (schema.properties) schema.additionalProperties ??= false;
}
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'https://youtube.invalid/', schemas });
const uploads = new Set(['uploadType', 'upload_id']);

/** Why a request is not what the document describes; `undefined` when it is. */
export function requestProblem(method: string, url: URL, body: unknown): string | undefined {
  const found = methodOf(method, url.pathname);
  if (!found) return `no method ${method} ${url.pathname}`;
  const known = { ...parameters, ...found.parameters };
  const wrong = [...url.searchParams].flatMap(([name, value]) => {
    if (found.upload === url.pathname && uploads.has(name)) return [];
    const parameter = known[name];
    if (!parameter) return [`no parameter "${name}"`];
    const isKnown = parameter.enum?.includes(value) ?? true;
    const isRight =
      parameter.type === 'boolean'
        ? /^(?:true|false)$/.test(value)
        : parameter.type !== 'integer' || /^\d+$/.test(value);
    return isKnown && isRight ? [] : [`${name} is not ${value}`];
  });
  const missing = Object.entries(found.parameters).flatMap(([name, { required }]) =>
    required && !url.searchParams.has(name) ? [`no ${name}`] : [],
  );
  const shape = found.request === undefined ? undefined : problem(found.request, body);
  const all = [...wrong, ...missing, ...(shape === undefined ? [] : [shape])];
  return all.length > 0 ? all.join('; ') : undefined;
}

/** Why an answer is not what the document describes; `undefined` when it is. */
export function responseProblem(method: string, url: URL, body: unknown): string | undefined {
  const { response } = methodOf(method, url.pathname) ?? {};
  if (response === undefined) return body === undefined ? undefined : 'nothing belongs there';
  return problem(response, body);
}

/** A `fetch` that holds every request and every answer of the interface to the document. */
export function documentedFetch(problems: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (!url.pathname.includes('/youtube/v3/') || request.method === 'PUT') {
      const response = await fetch(request);
      if (request.method !== 'PUT' || response.status !== 200) return response;
      return watch(response, (body) => responseProblem('POST', url, body), 'PUT', problems);
    }
    const type = request.headers.get('content-type') ?? '';
    const text = await request.clone().text();
    const json = type.includes('json') ? text : /\{.*\}/.exec(text)?.[0];
    const isFile = type.startsWith('image/');
    const why = requestProblem(request.method, url, isFile || !json ? undefined : JSON.parse(json));
    if (why !== undefined) problems.push(`asked ${request.method} ${url.pathname}: ${why}`);
    const response = await fetch(request);
    // A session is opened with an address and nothing else.
    if (!response.ok || response.headers.has('location')) return response;
    const judge = (body: unknown) => responseProblem(request.method, url, body);
    return watch(response, judge, request.method, problems);
  };
}

async function watch(
  response: Response,
  judge: (body: unknown) => string | undefined,
  method: string,
  problems: string[],
): Promise<Response> {
  const text = await response.clone().text();
  const why = judge(text === '' ? undefined : (JSON.parse(text) as unknown));
  if (why !== undefined) problems.push(`told ${method} ${response.url}: ${why}`);
  return response;
}

function methodOf(method: string, path: string): Method | undefined {
  return methods.find(
    (each) => each.httpMethod === method && (`/${each.path}` === path || each.upload === path),
  );
}

function problem(schema: string, value: unknown): string | undefined {
  const reference = { $ref: `https://youtube.invalid/#/schemas/${schema}` };
  const validate = compiled.get(schema) ?? ajv.compile(reference);
  compiled.set(schema, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
