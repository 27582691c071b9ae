import type { Media, Preview, Publication } from '@affiche/core';
import { html, type Markup } from './markup.ts';
import { accountName, networkName } from './networks.ts';
import type { PostResult } from './post-results.ts';
import { interactions } from './readings.ts';
import type { ReportContext } from './report-context.ts';
import { hostName, webLink } from './web-link.ts';

type PreviewItem = Preview['items'][number];

/** One post as readers of one network see it, with what it gathered. */
export function postCard(
  publication: Publication,
  result: PostResult | undefined,
  context: ReportContext,
): Markup {
  const { input, words, formats } = context;
  const { account, at, draft } = publication;
  const items = input.previews?.[publication.id]?.items ?? draftItems(publication);
  const name = accountName(account);
  return html`<article
    class="card"
    aria-label="${networkName(account.platform)}, ${formats.date(at.date)}"
  >
    <header>
      <span class="avatar" aria-hidden="true">${initial(input.strategy.client.name)}</span>
      <span
        ><strong><bdi>${input.strategy.client.name}</bdi></strong
        ><br /><bdi class="quiet">${name}</bdi></span
      >
      <span class="network">${networkName(account.platform)}</span>
    </header>
    ${items.map((item) => itemMarkup(item, draft.language, context))}
    <footer>
      <time datetime="${at.date}T${at.time}">${formats.day(at.date)}, ${at.time.slice(0, 5)}</time>
      ${
        result &&
        html`<dl class="results">
          ${interactions.map(
            (fact) =>
              result[fact] !== undefined &&
              html`<div>
                <dt>${words.trends.columns[fact]}</dt>
                <dd>${formats.count(result[fact])}</dd>
              </div>`,
          )}
        </dl>`
      }
    </footer>
  </article>`;
}

function itemMarkup(
  { segments, media, card, poll, contentWarning, length }: PreviewItem,
  language: string | undefined,
  { words, formats }: ReportContext,
): Markup {
  // The line breaks are the author's, so the template may not add any.
  const written = segments.map(({ text, href }) =>
    href === undefined ? text : webLink(href, text),
  );
  const text = html`<p dir="auto" ${language !== undefined && html` lang="${language}"`}>
    <span class="post">${written}</span>
  </p>`;
  return html`<div class="item">
    ${
      contentWarning === undefined
        ? text
        : html`<details class="warning">
            <summary>${contentWarning}</summary>
            ${text}
          </details>`
    }
    ${media.map((each) => mediaMarkup(each, words))}
    ${
      card &&
      html`<p class="link-card" dir="auto">
        <strong>${card.title ?? card.url}</strong>${
          card.description !== undefined && html`<br />${card.description}`
        }<br /><span class="quiet">${hostName(card.url)}</span>
      </p>`
    }
    ${
      poll &&
      html`<ul class="poll">
        ${poll.map((option) => html`<li dir="auto">${option}</li>`)}
      </ul>`
    }
    ${
      length.limit > 0 &&
      html`<p class="length ${length.measured > length.limit && 'bad'}">
        ${words.gallery.length(formats.count(length.measured), formats.count(length.limit))}
      </p>`
    }
  </div>`;
}

function mediaMarkup(
  { source, kind, mimeType, alt, width = 16, height = 9 }: Media,
  words: ReportContext['words'],
): Markup {
  const shape = html`viewBox="0 0 160
  ${Math.round(Math.min(200, Math.max(60, (160 * height) / width)))}"`;
  if ('base64' in source && kind === 'image' && /^image\/(png|jpeg|webp|gif)$/.test(mimeType)) {
    return html`<img
      class="media"
      src="data:${mimeType};base64,${source.base64}"
      alt="${alt ?? ''}"
      width="${width}"
      height="${height}"
    />`;
  }
  return html`<figure class="media">
    <svg ${shape} preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="100%" height="100%" />
      <path d="m48 70 22-30 14 18 10-12 18 24zM104 34a7 7 0 1 0 .01 0z" />
    </svg>
    <figcaption dir="auto">
      ${words.gallery.kinds[kind]}${
        alt === undefined ? `. ${words.gallery.noAlt}` : alt && `: ${alt}`
      }
    </figcaption>
  </figure>`;
}

// Without a preview of the network the draft itself is the best we know.
function draftItems({ draft }: Publication): readonly PreviewItem[] {
  return draft.items.map(({ text, media, link, poll }) => ({
    segments: [{ text }],
    length: { measured: 0, limit: 0, unit: '' },
    media,
    ...(link && {
      card: {
        url: link.url,
        ...(link.title !== undefined && { title: link.title }),
        ...(link.description !== undefined && { description: link.description }),
      },
    }),
    ...(poll && { poll: poll.options }),
    ...(draft.contentWarning !== undefined && { contentWarning: draft.contentWarning }),
  }));
}

function initial(name: string): string {
  return String.fromCodePoint(name.trim().codePointAt(0) ?? 0x2022).toUpperCase();
}
