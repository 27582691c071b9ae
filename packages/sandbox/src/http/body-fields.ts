/** Reads a body as fields, however the client encoded it: JSON, a form, or a form with files. */
export async function readBodyFields(
  body: Uint8Array,
  contentType: string,
): Promise<Record<string, unknown>> {
  if (body.byteLength === 0) return {};
  if (contentType.includes('json')) return readJson(body);
  if (contentType.includes('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    const entries = [...form].map(async ([name, value]) => [name, await plain(value)] as const);
    return nest(await Promise.all(entries));
  }
  if (contentType.includes('x-www-form-urlencoded'))
    return nestFields(Buffer.from(body).toString());
  return {};
}

/** Reads a query or a form in Rails' style: `media_ids[]=1&poll[options][]=Yes`. */
function nestFields(text: string): Record<string, unknown> {
  return nest([...new URLSearchParams(text)]);
}

function readJson(body: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString());
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

async function plain(value: string | File): Promise<unknown> {
  if (typeof value === 'string') return value;
  return { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
}

function nest(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const [first = '', ...rest] = name.split('[').map((part) => part.replace(/\]$/, ''));
    assign(root, [first, ...rest], value);
  }
  return root;
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (name === '__proto__') return;
  if (rest.length === 0) target[name] = value;
  else if (rest[0] === '' || /^\d+$/.test(rest[0] ?? '')) {
    const list = (target[name] ??= []);
    if (Array.isArray(list)) list.push(value);
  } else {
    const inner = (target[name] ??= {});
    if (isRecord(inner)) assign(inner, rest, value);
  }
}

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
