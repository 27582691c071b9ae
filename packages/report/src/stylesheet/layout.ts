/** The page: type, head, contents, sections. */
export const layout = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--sans);overflow-wrap:anywhere}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.12;letter-spacing:-.012em;margin:0;text-wrap:balance}
p{margin:0 0 .75rem;max-width:68ch}
a{color:var(--accent-text);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--accent-text);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--sheet);color:var(--ink);padding:.6rem 1rem;z-index:2}
.skip:focus{top:1rem}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.masthead{background:var(--accent);color:var(--on-accent)}
.masthead-inner{max-width:78rem;margin:0 auto;padding:clamp(1.5rem,4vw,3.5rem) clamp(1rem,4vw,3rem) clamp(4.5rem,8vw,6.5rem);display:grid;gap:2rem;align-items:end}
.masthead .brand{display:flex;align-items:center;gap:.9rem;min-height:2.5rem;font-weight:600}
.masthead .brand img{display:block;max-height:3rem;max-width:12rem}
.eyebrow{font-size:.82rem;letter-spacing:.14em;text-transform:uppercase;font-weight:600;margin:0 0 .8rem}
.masthead h1{font-size:clamp(2.4rem,8.2vw,5.6rem);line-height:.98;letter-spacing:-.025em}
.masthead .period{font:400 clamp(1.15rem,2.6vw,1.7rem)/1.3 var(--serif);margin:1.1rem 0 0}
.masthead .as-of{margin:.4rem 0 0;font-size:.92rem}
.poster{display:block;width:100%;max-width:30rem;height:auto;max-height:14rem;fill:none;stroke:var(--on-accent)}
.poster .none{fill:var(--on-accent);stroke:none;opacity:.55}
.frame{max-width:78rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9rem),1fr));gap:1px;margin:clamp(-3.5rem,-6vw,-2.5rem) 0 0;padding:0;list-style:none;background:var(--line);border:1px solid var(--line);border-radius:6px;overflow:hidden;box-shadow:0 12px 32px -18px rgb(0 0 0/.35)}
.tiles li{background:var(--sheet);padding:1.05rem 1.1rem 1.1rem}
.tiles .figure{display:block;font:600 clamp(1.7rem,3.4vw,2.35rem)/1.1 var(--serif);letter-spacing:-.02em;font-variant-numeric:lining-nums}
.tiles .label{display:block;margin-top:.35rem;font-size:.9rem;color:var(--muted)}
.contents{margin:1.75rem 0 0;font-size:.92rem}
.contents ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.15rem}
.contents a{color:var(--muted);text-decoration:none;display:inline-block;padding:.3rem 0}
.contents a:hover{color:var(--accent-text);text-decoration:underline}
main{padding-bottom:4rem}
main:focus{outline:none}
main>section{padding:clamp(2rem,5vw,3.4rem) 0 0}
main>section>h2{font-size:clamp(1.65rem,4vw,2.4rem);margin:0 0 1.1rem;padding-top:.8rem;border-top:3px solid var(--ink);display:flex;gap:.75rem;align-items:baseline}
main>section>h2 .index{font:600 .82rem/1 var(--sans);letter-spacing:.08em;color:var(--accent-text);font-variant-numeric:tabular-nums}
h3{font-size:1.22rem;margin:1.9rem 0 .7rem}
.lead p{font:400 clamp(1.15rem,2.1vw,1.42rem)/1.5 var(--serif);max-width:56ch;margin:0 0 .8rem}
.note,.caption{color:var(--muted);font-size:.92rem}
body>footer{max-width:78rem;margin:3.5rem auto 0;padding:1.5rem clamp(1rem,4vw,3rem) 3rem;color:var(--muted);font-size:.88rem;border-top:1px solid var(--line)}
@media (min-width:44rem){.masthead-inner{grid-template-columns:minmax(0,1fr) minmax(0,clamp(15rem,30vw,22rem))}.masthead .brand{grid-column:1/-1}}
@media (min-width:76rem){.columns{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:3rem}.contents{position:sticky;top:1.5rem;align-self:start;margin-top:3.2rem}.contents ol{display:block;border-left:1px solid var(--line)}.contents a{padding:.32rem 0 .32rem 1rem}}
@media (forced-colors:active){:root{--ink:CanvasText;--on-accent:CanvasText;--muted:CanvasText;--sheet:Canvas;--paper:Canvas;--line:GrayText;--heat-0:Canvas;--accent-text:LinkText}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
