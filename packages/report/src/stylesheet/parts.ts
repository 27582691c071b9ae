/** What sections are made of: cards, charts, tables, badges, calendars. */
export const parts = `
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:clamp(1rem,2.4vw,1.6rem)}
.chart{margin:0;overflow-x:clip;overflow-clip-margin:.5rem}
.chart+.chart{margin-top:1.5rem}
.chart figcaption{margin:0 0 .8rem}
.chart figcaption strong{display:block;font:600 1.16rem/1.25 var(--serif)}
.plot{display:block;width:100%;height:auto;color:var(--ink);overflow:visible}
.plot text{white-space:pre}
.wide{display:none}
.narrow{max-width:26rem}
@media (min-width:46rem){.wide{display:block}.narrow{display:none}}
.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.2rem;margin:.9rem 0 0;padding:0;list-style:none;font-size:.9rem;color:var(--muted)}
.legend svg{width:1.35em;height:1.35em;vertical-align:-.3em;margin-right:.4em}
.legend .scale{font-size:.86rem;white-space:nowrap}
.legend .scale svg{width:1.2em;margin:0 1px}
.scroll{overflow-x:auto;max-width:100%}
table.data{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
table.data caption{text-align:left;color:var(--muted);padding:.4rem 0;font-size:.88rem}
table.data th,table.data td{text-align:left;padding:.45rem .8rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top;font-weight:400}
table.data thead th{font-weight:600;white-space:nowrap}
table.data .number{text-align:right}
details>summary{cursor:pointer;padding:.5rem 0;color:var(--accent-text);font-weight:600;font-size:.94rem}
.data-behind{margin-top:.8rem;border-top:1px solid var(--line)}
.badge{display:inline-flex;align-items:center;gap:.4em;font-weight:600;font-size:.88rem;white-space:nowrap}
.badge svg{width:1.1em;height:1.1em;flex:none;fill:none;stroke:currentColor;stroke-width:2}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.quiet{color:var(--muted)}
.rows{list-style:none;margin:0;padding:0}
.objective{display:grid;gap:.4rem 2rem;padding:1.35rem 0;border-top:1px solid var(--line)}
.objective:first-child{border-top:0;padding-top:.2rem}
.objective h3{margin:0 0 .2rem;font-size:1.2rem}
.objective .now{font:600 1.7rem/1.1 var(--serif);letter-spacing:-.015em}
.objective .now small{font:400 .9rem/1.4 var(--sans);letter-spacing:0;color:var(--muted)}
.objective p{margin:.2rem 0 0}
@media (min-width:56rem){.objective{grid-template-columns:minmax(0,15rem) minmax(0,1fr)}}
.pair{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
@media (min-width:46rem){.pair{grid-template-columns:repeat(2,minmax(0,1fr))}}
.steps{counter-reset:step;list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.steps>li{counter-increment:step;display:grid;grid-template-columns:2.6rem minmax(0,1fr);gap:.2rem .6rem}
.steps>li::before{content:counter(step);font:600 1.9rem/1 var(--serif);color:var(--accent-text)}
.steps strong{font:600 1.12rem/1.35 var(--serif)}
.steps p{margin:.25rem 0 0;grid-column:2}
.ratios{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.2rem 1.6rem;margin:1.4rem 0 0}
.ratios>div{border-top:1px solid var(--line);padding:.8rem 0 .4rem}
.ratios dt{font-size:.9rem;font-weight:600}.ratios dd{margin:0}
.ratios .value{font:600 1.35rem/1.3 var(--serif)}
.ratios .note{font-size:.85rem}
.finding{display:grid;gap:.15rem 1rem;padding:.85rem 0;border-top:1px solid var(--line)}
.finding:first-child{border-top:0}
@media (min-width:46rem){.finding{grid-template-columns:8rem minmax(0,1fr)}}
.finding p{margin:0}
.finding code,.method code{font-size:.86em;color:var(--muted);overflow-wrap:anywhere}
.method,.definitions{margin:1rem 0 0;display:grid;gap:1.1rem 2.4rem}
.method dt,.definitions dt{font-weight:600}.method dd,.definitions dd{margin:.15rem 0 0;max-width:68ch}
.method dd{color:var(--muted)}
.definitions dd>*{display:block}
.definitions code{font-size:.86em;overflow-wrap:anywhere}
.definitions dt code{color:var(--muted);font-weight:400}
.definitions .note{font-size:.86rem}
@media (min-width:56rem){.method,.definitions{grid-template-columns:repeat(2,minmax(0,1fr))}}
`;
