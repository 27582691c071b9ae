/** The month and week views. */
export const calendar = `
.keys{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:0 0 1.1rem;padding:0;list-style:none;font-size:.92rem}
.mark{font-style:normal;font-family:'DejaVu Sans','Segoe UI Symbol','Apple Symbols',sans-serif;margin-right:.3em}
.m1{color:var(--category-1)}.m2{color:var(--category-2)}.m3{color:var(--category-3)}.m4{color:var(--category-4)}.m5{color:var(--category-5)}.m6{color:var(--category-6)}.m7{color:var(--category-7)}.m8{color:var(--category-8)}
.month{width:100%;border-collapse:collapse;table-layout:fixed;background:var(--sheet);margin:0 0 1.6rem}
.month caption{font:600 1.22rem/1.3 var(--serif);text-align:left;padding:0 0 .5rem}
.month th{font-size:.78rem;font-weight:600;color:var(--muted);text-align:left;padding:.3rem .45rem;border:1px solid var(--line)}
.month td{border:1px solid var(--line);vertical-align:top;height:5.6rem;padding:.3rem .45rem;font-size:.78rem;line-height:1.35}
.month td.outside{background:var(--paper)}
.month td.closed{background:repeating-linear-gradient(-45deg,transparent 0 6px,var(--line) 6px 7px)}
.month .day{display:block;color:var(--muted);font-variant-numeric:tabular-nums}
.month .reason{display:block;color:var(--muted);background:var(--sheet);font-size:.76rem;padding:0 .15rem}
.month ul{list-style:none;margin:.15rem 0 0;padding:0}
.month li{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-variant-numeric:tabular-nums}
.month .more{color:var(--muted)}
@media (min-width:44rem) and (max-width:64rem){.month li{white-space:normal}}
@media (max-width:43.99rem){.month td{height:3.2rem;padding:.15rem;text-align:center}.month th{padding:.2rem;text-align:center}.month ul{display:flex;flex-wrap:wrap;justify-content:center;gap:0 .1rem}.month li{overflow:visible}.month .words,.month .reason{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.month .mark{margin:0;font-size:.82rem}}
.week{border-top:1px solid var(--line)}
.week summary{display:flex;flex-wrap:wrap;gap:.2rem 1rem;justify-content:space-between;color:var(--ink);padding:.8rem 0}
.week summary .count{color:var(--muted);font-weight:400}
.week summary::before{content:'+';color:var(--accent-text);width:1ch}
.week[open] summary::before{content:'\\2212'}
.week summary>:first-of-type{flex:1}
.agenda{margin:0 0 1.2rem;padding:0;list-style:none}
.agenda>li{display:grid;gap:.2rem 1.4rem;padding:.6rem 0;border-top:1px dotted var(--line)}
@media (min-width:44rem){.agenda>li{grid-template-columns:11rem minmax(0,1fr)}}
.agenda .date{color:var(--muted)}
.agenda ul{list-style:none;margin:0;padding:0;display:grid;gap:.55rem}
.agenda .when{font-variant-numeric:tabular-nums;font-weight:600}
.agenda .text{display:block;color:var(--muted);font-size:.92rem;max-width:68ch}
`;
