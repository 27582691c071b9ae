import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Received } from '../loopback-server.ts';

interface Operation {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: AnySchema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { schema: AnySchema }> }>;
}

const location = new URL('../specs/mastodon-openapi/schema.json', import.meta.url);
const document = JSON.parse(readFileSync(location, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: object;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addFormat('iso-639-1', /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
ajv.addSchema({ $id: 'https://mastodon.invalid/', components: document.components });

/** Why a request is not what the documentation describes; `undefined` when it is. */
export function requestProblem({
  method,
  path,
  search,
  json,
  headers,
}: Received): string | undefined {
  const operation = operationOf(method, path);
  if (!operation) return `no operation ${method} ${path}`;
  const known = new Set((operation.parameters ?? []).map(({ name }) => name));
  const strange = [...search.keys()].find((name) => !known.has(name.replace(/\[\]$/, '')));
  if (strange !== undefined) return `no parameter "${strange}"`;
  const [type] = Object.keys(operation.requestBody?.content ?? {});
  if (type === undefined) return undefined;
  if (!headers.get('content-type')?.startsWith(type)) return `the body is not ${type}`;
  if (type !== 'application/json') return undefined;
  const schema = operation.requestBody?.content[type]?.schema ?? {};
  return problem(open(schema), json) ?? unknownField(json);
}

/** Why an answer is not what the documentation describes; `undefined` when it is. */
export function responseProblem(
  { method, path }: Received,
  status: number,
  body: unknown,
): string | undefined {
  const response = operationOf(method, path)?.responses[status];
  const schema = response?.content?.['application/json']?.schema;
  return schema === undefined ? undefined : problem(schema, body);
}

function operationOf(method: string, path: string): Operation | undefined {
  const found = Object.entries(document.paths).find(([template]) =>
    new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  return found?.[1][method.toLowerCase()];
}

function problem(schema: AnySchema, value: unknown): string | undefined {
  const text = JSON.stringify(schema).replaceAll(
    '"#/components/',
    '"https://mastodon.invalid/#/components/',
  );
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as AnySchema);
  compiled.set(text, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

/** A post with media may have a text, too, so that it is two of the three kinds at once. */
function open(schema: AnySchema): AnySchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"oneOf"', '"anyOf"')) as AnySchema;
}

const fields = new Set([
  'status',
  'media_ids',
  'poll',
  'in_reply_to_id',
  'sensitive',
  'spoiler_text',
  'visibility',
  'language',
  'scheduled_at',
  'quoted_status_id',
  'quote_approval_policy',
]);

function unknownField(body: unknown): string | undefined {
  const strange = Object.keys(body ?? {}).find((name) => !fields.has(name));
  return strange === undefined ? undefined : `no field "${strange}"`;
}
