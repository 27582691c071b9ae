/** A4, in light colours, nothing torn apart. */
export const print = `
@page{size:A4;margin:16mm 15mm 18mm}
@media print{
body{font-size:9.6pt;background:none}
.skip,.contents{display:none}
.masthead,.mark,.avatar,.chart,.badge,.tiles,.month td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.masthead-inner{padding:10mm 8mm 18mm;grid-template-columns:minmax(0,1fr) minmax(0,15rem)}
.masthead h1{font-size:36pt}
.frame,body>footer{padding-left:0;padding-right:0;max-width:none}
.columns{display:block}
.tiles{grid-template-columns:repeat(4,minmax(0,1fr));margin:-12mm 6mm 0;box-shadow:none}
.tiles li{padding:.8rem}
.tiles .figure{font-size:17pt}
main>section{padding-top:9mm}
main>section>h2{font-size:19pt;break-after:avoid}
h3{break-after:avoid}
.sheet{border:0;padding:0;background:none}
.objective,.finding,.steps>li,figure,.month,.card,.idea,tr{break-inside:avoid}
.wide{display:block}.narrow{display:none}
.objective{grid-template-columns:12rem minmax(0,1fr)}
.pair{grid-template-columns:repeat(2,minmax(0,1fr))}
.month td{height:15mm;font-size:7pt}
.data-behind,.week,.screen{display:none}
.method,.definitions{grid-template-columns:repeat(2,minmax(0,1fr));gap:3mm 9mm}
.method>div,.definitions>div{break-inside:avoid}
.scroll{overflow:visible}
a{color:inherit;text-decoration:none}
}
`;
