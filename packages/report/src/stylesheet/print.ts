/** A4, in light colours, pages filled and nothing torn apart; the foot of every page says whose it is. */
export function print(foot: string): string {
  return `
@page{size:A4;margin:14mm 15mm 17mm;@bottom-left{content:${cssString(foot)};font:7.5pt sans-serif;color:#665e55}@bottom-right{content:counter(page)" / "counter(pages);font:7.5pt sans-serif;color:#665e55}}
@media print{
html{font-size:14px}
body{font-size:9.4pt;background:none;orphans:3;widows:3}
.skip,.contents{display:none}
.masthead,.mark,.avatar,.chart,.badge,.tiles,.month td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.masthead-inner{padding:10mm 8mm 18mm;grid-template-columns:minmax(0,1fr) minmax(0,15rem)}
.masthead h1{font-size:36pt}
.frame,body>footer{padding-left:0;padding-right:0;max-width:none}
.columns{display:block}
.tiles{margin:-12mm 6mm 0;box-shadow:none}
.tiles li{padding:.8rem}
.tiles .figure{font-size:17pt}
main{padding:0}
main>section{padding:0;margin-top:8mm}
main>section>h2{font-size:17pt;margin-bottom:.8rem}
h2,h3,figcaption,h2+p,.lead:not(:last-child),.keys{break-after:avoid}
.sheet{border:0;padding:0;background:none}
.objective,.finding,.steps>li,figure,.month,.card,tr,.ratios>div,.method>div,.definitions>div,.lead p{break-inside:avoid}
.objective{padding:3.5mm 0;grid-template-columns:12rem minmax(0,1fr)}
.wide{display:block}.narrow{display:none}
.pair{grid-template-columns:repeat(2,minmax(0,1fr))}
.gallery,.idea{display:block}
.gallery{columns:2;column-gap:6mm}
.card{margin-bottom:5mm}
.warning::details-content{content-visibility:visible;display:block}
.month{margin-bottom:5mm}
.month caption{padding-bottom:1.5mm}
.month td{height:11mm;padding:.6mm 1.2mm;font-size:6.6pt;line-height:1.25}
.month .reason{font-size:6.6pt}
.month .day{float:right}
.month ul{margin:0}
.month li{white-space:nowrap}
.data-behind,.week,.screen{display:none}
.method,.definitions{display:block;columns:2;column-gap:9mm}
.method>div,.definitions>div{margin-bottom:3mm}
.scroll{overflow:visible}
a{color:inherit;text-decoration:none}
body>footer{margin-top:8mm;padding:4mm 0 0}
}
`;
}

// Escaped to the last sign, because the names of clients end up in a style sheet.
function cssString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
