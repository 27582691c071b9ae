/** The look of the page: light, dark and printed. */
export const style = `
:root {
  color-scheme: light; --ground: #f7f5f0; --sheet: #fff; --ink: #22262b; --quiet: #5b626b; --line: #dcd8ce; --accent: #254d8f;
  font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--ground);
}
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ground: #14171b; --sheet: #1d2126; --ink: #eceef0; --quiet: #aab2bb; --line: #3a4149; --accent: #254d8f; }
}
body { margin: 0; background: var(--ground); }
header { background: var(--accent); color: #fff; }
header > div, main { max-width: 56rem; margin: 0 auto; padding: 2.5rem 1rem; }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; padding-block: 1.25rem 3rem; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; text-wrap: balance; }
h1 { margin: 0; font-size: clamp(2rem, 6vw, 3rem); }
header p { margin: 0.75rem 0 0; }
section, .short { margin: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1.25rem; break-inside: avoid; }
h2 { margin: 0; font-size: 1.25rem; }
.short dt, .notes, thead { color: var(--quiet); }
.short dt:not(:first-child) { margin-top: 0.75rem; }
.short dd { margin: 0; font-weight: 600; }
.verdict { margin: 0.375rem 0 0.75rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.375rem 0 0.375rem 1rem; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child { padding-left: 0; text-align: left; white-space: normal; }
thead th { font-weight: 400; vertical-align: bottom; white-space: normal; }
tbody th { font-weight: 600; }
.sum > * { border-top: 2px solid var(--quiet); font-weight: 700; }
.notes { margin: 0.75rem 0 0; padding-left: 1.2rem; font-size: 0.95rem; }
@media (max-width: 34rem) { th, td { padding-left: 0.5rem; font-size: 0.875rem; } }
@media print { body, header { background: none; color: inherit; } header > div { padding: 0; } }
`;
