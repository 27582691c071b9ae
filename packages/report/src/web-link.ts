import { type Content, html } from './markup.ts';

/** A link to the web; an address of any other kind stays text, whoever wrote it. */
export function webLink(url: string, text: string): Content {
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer nofollow">${text}</a>`
    : text;
}

/** The server of an address: what people know it by. */
export function hostName(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
