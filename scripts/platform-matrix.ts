import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyPlatform, Manifest, Source } from '@affiche/core';
import { readPackages } from './packages.ts';

// What every adapter can do, as its manifest says it, in one page: docs/platforms.md. An entry of the
// package that exports a factory of its own name is an adapter; nobody keeps a list.

/** Makes every adapter that the package has, in the order of their names. */
export async function readPlatforms(): Promise<AnyPlatform[]> {
  const platforms = readPackages().find(({ manifest }) => manifest.name === '@affiche/platforms');
  const found = await Promise.all(
    Object.entries(platforms?.entries ?? {}).map(async ([entry, source]) => {
      const module: unknown = await import(pathToFileURL(resolve(source)).href);
      return platformOf(module as Readonly<Record<string, unknown>>, entry.split('/')[0] ?? '');
    }),
  );
  return found
    .filter((platform) => platform !== undefined)
    .toSorted((one, other) => one.manifest.name.localeCompare(other.manifest.name, 'en'));
}

/** Reads the manifests of all adapters, in the order of their names. */
export async function readManifests(): Promise<Manifest[]> {
  return (await readPlatforms()).map(({ manifest }) => manifest);
}

function platformOf(module: Readonly<Record<string, unknown>>, entry: string) {
  const name = entry.replaceAll('-', '');
  const factory = Object.entries(module).find(([each]) => each.toLowerCase() === name)?.[1];
  // A factory of adapters needs no settings; functions of other entries need something to work on.
  if (typeof factory !== 'function' || factory.length > 0) return undefined;
  const platform: unknown = Reflect.apply(factory, undefined, []);
  return typeof platform === 'object' && platform !== null && 'manifest' in platform
    ? (platform as AnyPlatform)
    : undefined;
}

/** Writes the page. */
export function platformMatrix(manifests: readonly Manifest[]): string {
  return `---
title: What each network offers
---

# What each network offers

This page is made from the adapters' manifests by \`npm run platforms\`, and a test compares the two. Every
limit is data of the adapter, with who says so: \`official\` the network's own documentation,
\`third-party\` somebody who measured, \`unverified\` common knowledge that a setting can change. What an
adapter does was tried on the loopback servers of \`@affiche/sandbox\`, which follow the documentation.

## At a glance

${table(['feature', ...manifests.map(({ name }) => `[${name}](#${anchor(name)})`)], glance(manifests))}

${manifests.map(section).join('\n\n')}
`;
}

function glance(manifests: readonly Manifest[]): string[][] {
  const names = new Set(manifests.flatMap((each) => each.capabilities.map(({ name }) => name)));
  const rows = [...names].map((name) => [
    name.replaceAll('-', ' '),
    ...manifests.map(({ capabilities }) => {
      const found = capabilities.find((each) => each.name === name);
      if (!found?.supported) return found ? 'no' : '';
      return found.note === undefined ? 'yes' : 'yes, but';
    }),
  ]);
  const access = manifests.map((each) => each.access?.kind ?? '');
  return [...rows, ['_access_', ...access]];
}

function section({ name, documentation, verifiedAt, ...manifest }: Manifest): string {
  const { access, capabilities, credentials, facts } = manifest;
  const { scopes = [], tokenLifetimes = [], prices = [] } = manifest;
  const notes = capabilities.flatMap(({ name: capability, note }) =>
    note === undefined ? [] : [`- ${capability.replaceAll('-', ' ')}: ${note}`],
  );
  const parts = [
    `## ${name}`,
    `[Documentation](${documentation}), read on ${verifiedAt}.`,
    access &&
      (access.kind === 'open'
        ? `Access: open to everybody.${access.note === undefined ? '' : ` ${access.note}`}`
        : `Access: restricted. ${access.why} ${access.how} (${link(access.source)})`),
    notes.join('\n'),
    titled(
      'Limits',
      ['limit', 'value', 'unit', 'confidence', 'source', 'note'],
      Object.entries(manifest.limits).map(([limit, { value, unit, confidence, source, note }]) => [
        limit,
        value.toLocaleString('en'),
        unit,
        confidence,
        link(source),
        note ?? '',
      ]),
    ),
    titled(
      'Rate budgets',
      ['bucket', 'per', 'points', 'seconds', 'window', 'confidence', 'source'],
      manifest.rates.map((rule) => [
        rule.bucket,
        rule.per,
        rule.points.toLocaleString('en'),
        rule.windowSeconds.toLocaleString('en'),
        rule.midnightIn === undefined ? rule.kind : `day in ${rule.midnightIn}`,
        rule.confidence,
        link(rule.source),
      ]),
    ),
    titled(
      'Prices',
      ['call', 'price', 'confidence', 'source'],
      prices.map(({ name: call, price, confidence, source }) => [
        call,
        `${price.micros / 1_000_000} ${price.currency}`,
        confidence,
        link(source),
      ]),
    ),
    titled(
      'Scopes',
      ['feature', 'scopes', 'source'],
      scopes.map(({ feature, scopes: names, note, source }) => [
        `${feature.replaceAll('-', ' ')}${note === undefined ? '' : ` (${note})`}`,
        names.map((each) => `\`${each}\``).join(' '),
        link(source),
      ]),
    ),
    titled(
      'Credentials',
      ['name', 'lasts', 'renewed by', 'confidence', 'what it is'],
      lives(credentials, tokenLifetimes),
    ),
    facts.length === 0 ? 'Facts: none.' : `Facts: ${facts.join(', ')}.`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function lives(
  credentials: Manifest['credentials'],
  lifetimes: NonNullable<Manifest['tokenLifetimes']>,
): string[][] {
  const names = new Set([
    ...credentials.map(({ name }) => name),
    ...lifetimes.map(({ credential }) => credential),
  ]);
  return [...names].map((name) => {
    const { seconds, renewal, confidence, note } =
      lifetimes.find(({ credential }) => credential === name) ?? {};
    const description = credentials.find((each) => each.name === name)?.description ?? '';
    return [
      `\`${name}\``,
      seconds === undefined ? '' : seconds === null ? 'no end' : duration(seconds),
      renewal ?? '',
      confidence ?? '',
      [description, note].filter(Boolean).join(' '),
    ];
  });
}

function duration(seconds: number): string {
  const [size, unit] =
    seconds % 86_400 === 0 ? [86_400, 'd'] : seconds % 3600 === 0 ? [3600, 'h'] : [60, 'min'];
  return `${seconds / size} ${unit}`;
}

function link({ url, verifiedAt }: Source): string {
  return `[${verifiedAt}](${url})`;
}

/** What a heading is called by links. */
function anchor(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function titled(title: string, head: readonly string[], rows: readonly string[][]): string {
  return rows.length === 0 ? '' : `### ${title}\n\n${table(head, rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
