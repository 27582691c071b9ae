import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: AnySchema }>>;
  readonly $ref?: string;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

const location = new URL('../specs/discord-openapi/openapi.json', import.meta.url);
const { paths, components } = JSON.parse(readFileSync(location, 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Content>>;
    readonly schemas: Readonly<Record<string, { readonly properties?: object }>>;
  };
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
for (const name of ['snowflake', 'nonce']) ajv.addFormat(name, true);
ajv.addSchema({ $id: 'https://discord.invalid/', components });

/** Why a request is not what the description says; `undefined` when it is. */
export function requestProblem(method: string, url: string, body?: unknown): string | undefined {
  const { pathname, searchParams } = new URL(url);
  const operation = operationOf(method, pathname);
  if (!operation) return `no operation ${method} ${pathname}`;
  const known = new Set((operation.parameters ?? []).map(({ name }) => name));
  const strange = [...searchParams.keys()].find((name) => !known.has(name));
  if (strange !== undefined) return `no parameter "${strange}"`;
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  if (schema === undefined) return body === undefined ? undefined : 'no body is expected';
  return problem(schema, body) ?? unknownField(schema, body);
}

/** Why an answer is not what the description says; `undefined` when it is. */
export function responseProblem(
  method: string,
  url: string,
  status: number,
  body: unknown,
): string | undefined {
  const responses = operationOf(method, new URL(url).pathname)?.responses ?? {};
  const found = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  if (!found) return status >= 500 ? undefined : `no answer ${status}`;
  const named = found.$ref?.split('/').at(-1);
  const { content } = named === undefined ? found : (components.responses[named] ?? {});
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? undefined : problem(schema, body);
}

/** A `fetch` that holds every request and every answer to the description. */
export function describedFetch(problems: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, url } = request;
    const asked = requestProblem(method, url, await bodyOf(request.clone()));
    if (asked !== undefined) problems.push(`asked ${method}: ${asked}`);
    const response = await fetch(request);
    const text = await response.clone().text();
    const told = text === '' ? undefined : (JSON.parse(text) as unknown);
    const problem = responseProblem(method, url, response.status, told);
    if (problem !== undefined) problems.push(`told ${method} ${response.status}: ${problem}`);
    return response;
  };
}

async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return request.json();
  if (!type.includes('form-data')) return undefined;
  const payload = (await request.formData()).get('payload_json');
  return typeof payload === 'string' ? (JSON.parse(payload) as unknown) : undefined;
}

function operationOf(method: string, path: string): Operation | undefined {
  const inner = path.replace('/api/v10', '');
  const [, found] =
    Object.entries(paths).find(([template]) =>
      new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(inner),
    ) ?? [];
  return found?.[method.toLowerCase()];
}

function problem(schema: AnySchema, value: unknown): string | undefined {
  const text = JSON.stringify(schema);
  const known = validators.get(text) ?? ajv.compile(open(text));
  validators.set(text, known);
  return known(value) ? undefined : ajv.errorsText(known.errors).slice(0, 500);
}

const validators = new Map<string, ReturnType<typeof ajv.compile>>();

function open(text: string): AnySchema {
  const whole = text.replaceAll('"#/components/', '"https://discord.invalid/#/components/');
  return JSON.parse(whole) as AnySchema;
}

/** The description lets everything pass that it does not name. */
function unknownField(schema: AnySchema, body: unknown): string | undefined {
  const names = new Set<string>();
  for (const [, name = ''] of JSON.stringify(schema).matchAll(/schemas\/(\w+)"/g)) {
    const described = components.schemas[name]?.properties ?? {};
    for (const property of Object.keys(described)) names.add(property);
  }
  const strange = Object.keys(body ?? {}).find((name) => !names.has(name));
  return strange === undefined ? undefined : `no field "${strange}"`;
}
