import { foldCase } from '../host-name.ts';
import { topLevelDomains as registered } from '../top-level-domains.ts';

// X's library was last published in 2020: it counts names that were given back since then,
const former = `
abarth active adac afamilycompany aigo alfaromeo an avianca bananarepublic bentley bl blanco
bnl boots bq budapest bugatti cancerresearch cartier caseih cbs ceb chloe chrysler cityeats
comcast cookingchannel csc dabur dodge doha doosan duck dunlop duns eh epost esurance
etisalat everbank fiat flsmidth foodnetwork frontdoor fujixerox glade goodhands guardian
hgtv honeywell hoteles htc iinet intel iselect iveco iwc jcp jlc kerrylogistics kinder
ladbrokes lancaster lancia lancome liaison linde lipsy lixil loft lupin macys maserati mcd
mcdonalds meo metlife mf mobily montblanc mopar movistar mtpc mutual mutuelle nadex
nationwide natura newholland northwesternmutual off oldnavy onion onyourside orientexpress
pamperedchef panerai passagens piaget pramerica qvc raid redstone rightathome rmit rocher
sapo sca scjohnson scor ses shaw showtime shriram spiegel spreadbetting srt starhub statoil
swiftcover symantec telecity telefonica tiffany tp travelchannel uconnect um vista
vistaprint volkswagen vuelos warman xfinity xperia zippo اتصالات موبايلي 大众汽车 工行 手表 珠宝 诺基亚
`;

// and does not know those that came later.
const unknown = `
amazon kids music spa ישראל アマゾン 亚马逊
`;

/**
 * The top-level domains that X counts as part of an address, in folded case.
 *
 * @see {@link https://github.com/twitter/twitter-text | twitter-text 3.1.0} (2026-11-21)
 */
export const topLevelDomains: ReadonlySet<string> = domainsOfX();

function domainsOfX(): Set<string> {
  const names = new Set([...registered, ...words(former)]);
  for (const name of words(unknown)) names.delete(name);
  return names;
}

function words(text: string): string[] {
  return text.trim().split(/\s+/).map(foldCase);
}
