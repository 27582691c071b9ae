import { html, type Markup } from './markup.ts';
import { cellText, type Table } from './table.ts';

/** A table for people: captioned, scrollable by keyboard where it is wide. */
export function tableMarkup({ title, columns, rows }: Table): Markup {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${title}">
    <table class="data">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          ${columns.map(
            ({ label, numeric }) => html`<th scope="col" ${numeric && numericClass}>${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) =>
                index === 0
                  ? html`<th scope="row"><bdi>${cellText(cell)}</bdi></th>`
                  : html`<td${columns[index]?.numeric && numericClass}><bdi>${cellText(cell)}</bdi></td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

const numericClass = html` class="number"`;

/** A table folded away under a line that says what it holds. */
export function foldedTable(summary: string, table: Table): Markup {
  return html`<details class="data-behind">
    <summary>${summary}</summary>
    ${tableMarkup(table)}
  </details>`;
}
