import type { Answer } from './answers.ts';

const style = `
:root { color-scheme: light dark; --line: light-dark(#d5d2cb, #47443e); --soft: light-dark(#5d5a54, #b3afa6);
  --ground: light-dark(#f6f4ef, #24221f); font: 1.05rem/1.6 system-ui, sans-serif; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem; color: light-dark(#1f1d1a, #eeebe4);
  background: light-dark(#fff, #191816); }
h1 { line-height: 1.2; margin: 0; }
h2 { margin: 3rem 0 0; line-height: 1.3; font-size: 1.35rem; }
.about, .notes { color: var(--soft); }
.verdict { margin: 0.4rem 0 1rem; font-size: 1.15rem; }
.short { padding: 0.6rem 1.2rem; background: var(--ground); border-radius: 0.5rem; }
.short dt { margin-top: 0.6rem; color: var(--soft); }
.short dd { margin: 0 0 0.6rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.45rem 0.8rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child { padding-left: 0; text-align: left; white-space: normal; }
thead th { color: var(--soft); font-weight: 500; vertical-align: bottom; white-space: normal; }
tbody th { font-weight: 500; }
tbody tr:last-child.sum > * { border-top: 2px solid var(--soft); font-weight: 700; }
.notes { margin: 0.8rem 0 0; padding-left: 1.2rem; font-size: 0.95rem; }
@media (max-width: 34rem) { th, td { padding: 0.4rem; font-size: 0.88rem; } body { padding-top: 1.2rem; } }
@media print { section { break-inside: avoid; } }`;

/** One page that needs nothing but itself: the answers in short, then each with its figures. */
export function page(title: string, about: string, answers: readonly Answer[]): string {
  const short = answers
    .map(({ question, verdict }) => `<dt>${escape(question)}</dt><dd>${escape(verdict)}</dd>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p class="about">${escape(about)}</p>
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
