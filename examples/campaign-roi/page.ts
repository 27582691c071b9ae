import type { Answer } from './answers.ts';
import { style } from './style.ts';

/** One page that needs nothing but itself: the answers in short, then each with its figures. */
export function page(title: string, about: string, answers: readonly Answer[]): string {
  const short = answers
    .map(({ question, verdict }) => `<dt>${escape(question)}</dt><dd>${escape(verdict)}</dd>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header><div><h1>${escape(title)}</h1><p>${escape(about)}</p></div></header>
<main>
<dl class="short">
${short}
</dl>
${answers.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function section({ question, verdict, head, rows, sum, notes }: Answer, index: number): string {
  const id = `answer-${index + 1}`;
  const cells = ([name = '', ...figures]: readonly string[], scope: 'col' | 'row') =>
    `<th scope="${scope}">${escape(name)}</th>${figures
      .map((each) =>
        scope === 'col' ? `<th scope="col">${escape(each)}</th>` : `<td>${escape(each)}</td>`,
      )
      .join('')}`;
  const body = rows.map(
    (row, place) =>
      `<tr${sum && place === rows.length - 1 ? ' class="sum"' : ''}>${cells(row, 'row')}</tr>`,
  );
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escape(question)}</h2>
<p class="verdict">${escape(verdict)}</p>
<div class="wide" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr>${cells(head, 'col')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>
<ul class="notes">${notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ul>
</section>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
