import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import formats from 'ajv-formats';

interface Operation {
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: AnySchema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { schema: AnySchema }> }>;
}
interface Schema {
  properties?: object;
  allOf?: unknown;
  discriminator?: unknown;
  additionalProperties?: unknown;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema: AnySchema & { readonly type?: string };
}

const location = new URL('../specs/pinterest-openapi/openapi.json', import.meta.url);
const { paths, components } = JSON.parse(readFileSync(location, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Parameter> };
};

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
formats.default(ajv);
// What the document describes whole has no other fields; bases that others extend are left open.
const extended = new Set(['Paginated', 'BoardBase', 'Board']);
for (const [name, schema] of Object.entries(components.schemas)) {
  const whole = schema.properties && !schema.allOf && !schema.discriminator;
  if (whole && !extended.has(name)) schema.additionalProperties ??= false;
}
ajv.addSchema({ $id: 'https://pinterest.invalid/', components: plain(components) });

/** Why a request is not what the document describes; `undefined` when it is. */
export function requestProblem(
  method: string,
  url: URL,
  { type, body }: { readonly type: string; readonly body: string },
): string | undefined {
  const operation = operationOf(method, url.pathname);
  if (!operation) return `no operation ${method} ${url.pathname}`;
  const known = (operation.parameters ?? []).map(({ $ref }) => parameterOf($ref));
  const wrong = [...url.searchParams].flatMap(([name, value]) => {
    const parameter = known.find((each) => each.name === name && each.in === 'query');
    return parameter ? (parameterProblem(parameter, value) ?? []) : `no parameter "${name}"`;
  });
  const missing = known
    .filter((each) => each.in === 'query' && each.required && !url.searchParams.has(each.name))
    .map(({ name }) => `no ${name}`);
  if (wrong.length + missing.length > 0) return [...wrong, ...missing].join('; ');
  const [wanted] = Object.keys(operation.requestBody?.content ?? {});
  if (wanted === undefined) return body === '' ? undefined : 'a body where none belongs';
  if (!type.startsWith(wanted)) return `the body is ${type}, not ${wanted}`;
  const value: unknown = type.includes('json')
    ? JSON.parse(body)
    : Object.fromEntries(new URLSearchParams(body));
  return problem(operation.requestBody?.content[wanted]?.schema ?? {}, value);
}

/** Why an answer is not what the document describes; `undefined` when it is. */
export function responseProblem(
  method: string,
  url: URL,
  { status, body }: { readonly status: number; readonly body: string },
): string | undefined {
  const responses = operationOf(method, url.pathname)?.responses ?? {};
  const response = responses[status] ?? responses['default'];
  const schema = response?.content?.['application/json']?.schema;
  if (schema === undefined) return body === '' ? undefined : `nothing belongs to ${status}`;
  return problem(schema, JSON.parse(body) as unknown);
}

/** A `fetch` that holds every request and every answer of the interface to the document. */
export function documentedFetch(problems: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    // The store of films is another company's.
    if (!url.pathname.startsWith('/v5/')) return fetch(request);
    const asked = {
      type: request.headers.get('content-type') ?? '',
      body: await request.clone().text(),
    };
    const { method } = request;
    const response = await fetch(request);
    const told = { status: response.status, body: await response.clone().text() };
    for (const [who, why] of [
      ['asked', requestProblem(method, url, asked)],
      ['told', responseProblem(method, url, told)],
    ] as const) {
      if (why !== undefined) problems.push(`${who} ${method} ${url.pathname}: ${why}`);
    }
    return response;
  };
}

/** Nobody checks `nullable` without a type: here nothing of the kind may be null. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, part]) => [name, plain(part)] as const);
  return Object.fromEntries(entries.filter(([name]) => name !== 'nullable' || 'type' in value));
}

function operationOf(method: string, path: string): Operation | undefined {
  const found = Object.entries(paths).find(([template]) =>
    new RegExp(`^/v5${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  return found?.[1][method.toLowerCase()];
}

function parameterOf(reference: string): Parameter {
  const parameter = components.parameters[reference.split('/').at(-1) ?? ''];
  if (!parameter) throw new Error(`no parameter ${reference}`);
  return parameter;
}

function parameterProblem({ name, schema }: Parameter, text: string): string | undefined {
  const value =
    schema.type === 'array'
      ? text.split(',')
      : schema.type === 'integer'
        ? Number(text)
        : schema.type === 'boolean'
          ? text === 'true'
          : text;
  // Some metrics stand in both of the lists of which exactly one is to fit.
  const loose = JSON.parse(JSON.stringify(schema).replaceAll('"oneOf"', '"anyOf"')) as AnySchema;
  const why = problem(loose, value);
  return why && `${name}: ${why}`;
}

function problem(schema: AnySchema, value: unknown): string | undefined {
  const text = JSON.stringify(schema).replaceAll(
    '"#/components/',
    '"https://pinterest.invalid/#/components/',
  );
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as AnySchema);
  compiled.set(text, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
