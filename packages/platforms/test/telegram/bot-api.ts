import { readFileSync } from 'node:fs';

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}
interface Described {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
}

const location = new URL('../specs/telegram-bot-api/api.json', import.meta.url);
const { methods, types } = JSON.parse(readFileSync(location, 'utf8')) as {
  readonly methods: Record<string, { returns: readonly string[]; fields: readonly Field[] }>;
  readonly types: Record<string, Described>;
};

/** Why the fields of a call are not what the documentation describes; `undefined` when they are. */
export function requestProblem(name: string, fields: object): string | undefined {
  const method = methods[name];
  return method ? problemOf(fields, method, name) : `no method ${name}`;
}

/** Why an answer is not what the documentation describes; `undefined` when it is. */
export function responseProblem(name: string, body: unknown): string | undefined {
  const { ok, result, ...rest } = body as { ok?: unknown; result?: unknown };
  if (ok === true) return typeProblem(result, methods[name]?.returns ?? [], `${name}.result`);
  const refusal = {
    fields: [
      { name: 'error_code', types: ['Integer'], required: true },
      { name: 'description', types: ['String'], required: true },
      { name: 'parameters', types: ['ResponseParameters'], required: false },
    ],
  };
  return ok === false ? problemOf(rest, refusal, name) : 'neither ok nor not';
}

/** A `fetch` that holds every request and every answer to the documentation. */
export function documentedFetch(problems: string[]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const name = new URL(request.url).pathname.split('/').at(-1) ?? '';
    const asked = requestProblem(name, await fieldsOf(request.clone()));
    if (asked !== undefined) problems.push(`asked: ${asked}`);
    const response = await fetch(request);
    const told = responseProblem(name, await response.clone().json());
    if (told !== undefined) problems.push(`told: ${told}`);
    return response;
  };
}

async function fieldsOf(request: Request): Promise<object> {
  const type = request.headers.get('content-type') ?? '';
  if (type.includes('json')) return (await request.json()) as object;
  const form = type.includes('form-data')
    ? await request.formData()
    : new URL(request.url).searchParams;
  const entries = [...form].flatMap(([name, value]): [string, unknown][] => {
    // The parts of attached files have names of their own.
    if (typeof value !== 'string') return /^file\d$/.test(name) ? [] : [[name, '']];
    return [
      [name, /^[[{]|^(?:true|false|-?\d+)$/.test(value) ? (JSON.parse(value) as unknown) : value],
    ];
  });
  return Object.fromEntries(entries);
}

function problemOf(value: unknown, { fields, subtypes }: Described, where: string) {
  if (subtypes) return typeProblem(value, subtypes, where);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `${where} is no object`;
  }
  for (const { name, types: allowed, required } of fields ?? []) {
    const part: unknown = Reflect.get(value, name);
    if (part === undefined && required) return `${where}.${name} is missing`;
    const problem = part === undefined ? undefined : typeProblem(part, allowed, `${where}.${name}`);
    if (problem !== undefined) return problem;
  }
  const known = new Set((fields ?? []).map(({ name }) => name));
  const strange = Object.keys(value).find((name) => !known.has(name));
  return strange === undefined ? undefined : `${where}.${strange} is unknown`;
}

function typeProblem(
  value: unknown,
  allowed: readonly string[],
  where: string,
): string | undefined {
  const problems = allowed.map((type) => oneProblem(value, type, where));
  return problems.includes(undefined) ? undefined : problems.join(', or ');
}

function oneProblem(value: unknown, type: string, where: string): string | undefined {
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return `${where} is no list`;
    return value
      .map((each: unknown, index) => oneProblem(each, type.slice(9), `${where}[${index}]`))
      .find((problem) => problem !== undefined);
  }
  const primitive = primitives[type];
  if (primitive) return primitive(value) ? undefined : `${where} is no ${type}`;
  const described = types[type];
  return described ? problemOf(value, described, where) : `no type ${type}`;
}

const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  InputFile: (value) => typeof value === 'string',
};
