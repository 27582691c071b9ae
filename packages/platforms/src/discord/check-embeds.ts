import type { Finding, Limit } from '@affiche/core';
import { tooMuch } from '../limit-finding.ts';
import type { DiscordLimits } from './limits.ts';
import { countDiscord } from './rules.ts';
import type { DiscordEmbed } from './settings.ts';

/** What is wrong with the cards of the publication. */
export function checkEmbeds(
  embeds: readonly DiscordEmbed[],
  items: number,
  limits: DiscordLimits,
): Finding[] {
  return [
    ...embeds.flatMap((embed, index) => checkEmbed(embed, ['embeds', index], items, limits)),
    ...Array.from({ length: items }, (_, item) =>
      embeds.filter((embed) => embed.item === item),
    ).flatMap((each) => [
      ...excess('count', ['embeds'], 'The message', each.length, limits.embeds),
      ...excess(
        'total',
        ['embeds'],
        'All embeds together',
        each.reduce((sum, embed) => sum + textOf(embed), 0),
        limits.embedTotal,
      ),
    ]),
  ];
}

function checkEmbed(
  embed: DiscordEmbed,
  path: Finding['path'],
  items: number,
  limits: DiscordLimits,
): Finding[] {
  const { title = '', description = '', author, footer, fields, item } = embed;
  const long = (part: string, text: string, limit: Limit, where: Finding['path'] = [part]) =>
    excess(part, [...path, ...where], `The embed’s ${part}`, countDiscord(text), limit);
  return [
    ...(item < items ? [] : [wrong('item', [...path, 'item'], `There is no item ${item}.`)]),
    ...long('title', title, limits.embedTitle),
    ...long('description', description, limits.embedDescription),
    ...long('author', author?.name ?? '', limits.embedAuthor),
    ...long('footer', footer?.text ?? '', limits.embedFooter),
    ...excess('fields', [...path, 'fields'], 'The embed', fields.length, limits.embedFields),
    ...fields.flatMap(({ name, value }, index) => [
      ...long('name', name, limits.embedFieldName, ['fields', index, 'name']),
      ...long('value', value, limits.embedFieldValue, ['fields', index, 'value']),
      ...(name.trim() === '' || value.trim() === ''
        ? [wrong('field', [...path, 'fields', index], 'A field needs a name and a value.')]
        : []),
    ]),
    ...[
      ['url', embed.url],
      ['image', embed.image?.url],
      ['thumbnail', embed.thumbnail?.url],
      ['author', author?.url],
    ].flatMap(([part = '', url]) =>
      url === undefined || /^https?:\/\/\S+$/i.test(url)
        ? []
        : [wrong('address', [...path, part], `"${url}" is no address of the web.`)],
    ),
  ];
}

/** What Discord adds up over the embeds of a message. */
function textOf({ title, description, author, footer, fields }: DiscordEmbed): number {
  const parts = [title, description, author?.name, footer?.text];
  const all = [...parts, ...fields.flatMap(({ name, value }) => [name, value])];
  return all.reduce((sum, text) => sum + countDiscord(text ?? ''), 0);
}

function excess(
  aspect: string,
  path: Finding['path'],
  what: string,
  measured: number,
  limit: Limit,
): Finding[] {
  const fix = 'Shorten it, or leave something out.';
  return tooMuch({ rule: `discord/embeds/${aspect}`, path, what, measured, limit, fix });
}

function wrong(aspect: string, path: Finding['path'], message: string): Finding {
  const fix = 'Correct the embed.';
  return { rule: `discord/embeds/${aspect}`, severity: 'error', path, message, fix };
}
