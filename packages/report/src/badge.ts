import { html, type Markup } from './markup.ts';

/** What a badge says at a glance; every tone has its own shape. */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet';

const shapes: Record<Tone, Markup> = {
  good: html`<circle cx="8" cy="8" r="7" /><path d="m4.6 8.3 2.3 2.3 4.6-5" />`,
  warn: html`<path d="M8 1.5 15 14H1zM8 6v4M8 11.6v.9" />`,
  bad: html`<rect x="1.5" y="1.5" width="13" height="13" /><path d="m5 5 6 6m0-6-6 6" />`,
  quiet: html`<circle cx="8" cy="8" r="7" stroke-dasharray="3 2.5" />`,
};

/** A word with a shape and a colour that say the same. */
export function badge(tone: Tone, text: string): Markup {
  return html`<span class="badge ${tone}"
    ><svg viewBox="0 0 16 16" aria-hidden="true">${shapes[tone]}</svg>${text}</span
  >`;
}
