import { accountKey, type Finding, platform as networkNamed, type WallTime } from '@affiche/core';
import type { Plan, PublicationStatus } from '@affiche/publish';
import { html } from 'hono/html';
import type { Proposal, Studio, Wanted } from './studio.ts';

type Markup = ReturnType<typeof html>;

/** The form, and what there is already. */
export function composePage(
  { accounts, zone }: Studio,
  publications: readonly PublicationStatus[],
  { text, at, account, scheduled }: Readonly<Record<string, string | undefined>> = {},
): Markup {
  // Whoever comes back from a preview finds the form as it was.
  const chosen = account?.split(' ');
  return page(
    'Posts',
    html`${scheduled && html`<p role="status">Scheduled. Each post goes out at its time; its state says more.</p>`}
      <div class="desk">
        <form class="sheet" method="post" action="/preview">
          <h2>A new post</h2>
          <label for="text">What to say</label>
          <textarea id="text" name="text" rows="5" required>${text ?? ''}</textarea>
          <label for="at">When, by the clocks of ${zone}</label>
          <input id="at" name="at" type="datetime-local" value="${at ?? ''}" required />
          <fieldset>
            <legend>Where</legend>
            ${accounts.map(
              (account) =>
                html`<label class="choice"
                  ><input
                    type="checkbox"
                    name="account"
                    value="${accountKey(account)}"
                    ${chosen && !chosen.includes(accountKey(account)) ? '' : 'checked'}
                  />
                  ${account.handle} on ${networkNamed(account.platform).name}</label
                >`,
            )}
          </fieldset>
          <button>Preview</button>
        </form>
        <section class="sheet">
          <h2>Planned and published</h2>
          ${publications.length === 0 ? html`<p class="note">Nothing yet.</p>` : table(publications)}
        </section>
      </div>`,
  );
}

/** Every version as its readers will see it; the button approves exactly these. */
export function previewPage(
  { text, at, accounts }: Wanted,
  proposals: readonly Proposal[],
  plan: Plan,
): Markup {
  const findings = [...plan.findings, ...plan.changes.flatMap((change) => change.findings)];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  return page(
    'Preview',
    html`<p>${dayAndTime(at)}, by the clocks of ${at.zone}.</p>
      <div class="versions">${proposals.map(version)}</div>
      ${list(findings)}
      <form method="post" action="/schedule">
        <input type="hidden" name="text" value="${text}" />
        <input type="hidden" name="at" value="${at.date}T${at.time}" />
        ${accounts.map((key) => html`<input type="hidden" name="account" value="${key}" />`)}
        <input type="hidden" name="approval" value="${plan.hash}" />
        <button ${isRefused ? 'disabled' : ''}>Schedule exactly this</button>
        <a
          href="/?${new URLSearchParams({ text, at: `${at.date}T${at.time}`, account: accounts.join(' ') })}"
          >Change it</a
        >
      </form>`,
  );
}

/** Where a post stands, and why. */
export function postPage(status: PublicationStatus, story: string): Markup {
  return page(
    'Post',
    html`<div class="sheet">
        ${table([status])}
        <pre>${story}</pre>
      </div>
      ${
        status.state === 'planned'
          ? html`<form method="post" action="/posts/${status.id}/cancel">
              <button class="risky">Cancel this post</button>
            </form>`
          : ''
      }
      <p><a href="/">Back</a></p>`,
  );
}

/** What went wrong, in words. */
export function errorPage(words: string): Markup {
  return page(
    'Not done',
    html`<p role="alert">${words}</p>
      <p><a href="/">Back</a></p>`,
  );
}

function version({ platform, adaptation, publication }: Proposal): Markup {
  const { items } = platform.preview({
    account: publication.account,
    draft: publication.draft,
    options: platform.options.parse(publication.options),
    facts: platform.defaultFacts,
  });
  return html`<section class="sheet">
    <h2>${platform.manifest.name}</h2>
    ${items.map(
      ({ segments, length }) =>
        html`<article>
          <p>
            <span class="post"
              >${segments.map(({ text, href }) => (href ? html`<a href="${href}">${text}</a>` : text))}</span
            >
          </p>
          <p class="note">${length.measured} of ${length.limit} ${length.unit}</p>
        </article>`,
    )}
    ${adaptation.changes.map(({ message }) => html`<p class="note">${message}</p>`)}
    ${list(adaptation.findings)}
  </section>`;
}

function list(findings: readonly Finding[]): Markup | '' {
  if (findings.length === 0) return '';
  return html`<ul class="findings">
    ${findings.map(
      ({ severity, message, fix }) =>
        html`<li><strong>${severity}</strong>: ${message} ${fix}</li>`,
    )}
  </ul>`;
}

// What clocks show there, whatever the clocks here.
const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

function dayAndTime({ date, time }: WallTime): string {
  return format.format(Date.parse(`${date}T${time.slice(0, 5)}:00Z`));
}

function table(publications: readonly PublicationStatus[]): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">When</th>
        <th scope="col">Where</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      ${publications.map(
        ({ id, wall, account, state }) =>
          html`<tr>
            <td>${dayAndTime(wall)}</td>
            <td>${networkNamed(account.split(':')[0] ?? '').name}</td>
            <td><a href="/posts/${id}">${state}</a></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function page(title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="description"
          content="Write a post, see it as its readers will, and schedule it."
        />
        <title>${title} · Studio</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        <header>
          <p><a href="/">Studio</a></p>
        </header>
        <main id="main" tabindex="-1">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}
