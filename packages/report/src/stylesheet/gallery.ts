/** Posts as networks show them. */
export const gallery = `
.gallery{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:1.25rem}
.idea{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));align-items:start}
@media (min-width:44rem){.gallery{grid-template-columns:repeat(2,minmax(0,1fr));grid-auto-flow:dense;align-items:start}.idea{grid-template-columns:minmax(0,1fr)}.idea:has(.card+.card){grid-column:1/-1;grid-template-columns:repeat(2,minmax(0,1fr))}}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:10px;padding:1rem 1.1rem;font-size:.95rem}
.card header{display:flex;gap:.7rem;align-items:center;line-height:1.3;font-size:.9rem}
.card .avatar{flex:none;display:grid;place-items:center;width:2.4rem;height:2.4rem;border-radius:50%;background:var(--accent);color:var(--on-accent);font:600 1.15rem/1 var(--serif)}
.card .network{margin-left:auto;align-self:start;font-size:.78rem;font-weight:600;color:var(--muted);border:1px solid var(--line);border-radius:99px;padding:.15rem .6rem;white-space:nowrap}
.card p{margin:.8rem 0 .5rem}
.card .post{white-space:pre-wrap}
.card .media{display:block;width:100%;height:auto;margin:.6rem 0;border-radius:8px}
.card figure.media{border:1px solid var(--line);overflow:hidden}
.card figure.media svg{display:block;width:100%;height:auto;max-height:9rem;fill:var(--heat-0)}
.card figure.media path{fill:var(--sheet)}
.card figure.media figcaption{padding:.45rem .7rem;font-size:.82rem;color:var(--muted)}
.card .item+.item{border-top:2px solid var(--line);margin-top:.8rem}
.card .link-card{border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem;font-size:.88rem;overflow-wrap:anywhere}
.card .poll{list-style:none;margin:.6rem 0;padding:0;display:grid;gap:.4rem}
.card .poll li{border:1px solid var(--line);border-radius:6px;padding:.35rem .7rem;font-size:.9rem}
.card .length{font-size:.78rem;color:var(--muted);margin:.3rem 0 0;text-align:right}
.card .length.bad{color:var(--bad);font-weight:600}
.card footer{display:flex;flex-wrap:wrap;gap:.4rem 1rem;justify-content:space-between;margin:.7rem 0 0;padding:.7rem 0 0;border-top:1px solid var(--line);font-size:.84rem;max-width:none}
.card .results{display:flex;gap:1rem;margin:0}
.card .results div{display:flex;gap:.35em}
.card .results dd{margin:0;color:var(--ink);font-weight:600}
`;
