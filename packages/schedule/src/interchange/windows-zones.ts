import type { Zone } from '@affiche/core';

// By the first part of the zone; "Magadan" is Asia/Magadan, "Arab=Riyadh" Asia/Riyadh. Names mostly go
// on with "Standard Time", which is left out here.
const zones: Readonly<Record<string, string>> = {
  Asia: `
Afghanistan=Kabul
Altai=Barnaul
Arab=Riyadh
Arabian=Dubai
Arabic=Baghdad
Azerbaijan=Baku
Bangladesh=Dhaka
Caucasus=Yerevan
Central Asia=Bishkek
China=Shanghai
Ekaterinburg=Yekaterinburg
Georgian=Tbilisi
India=Kolkata
Iran=Tehran
Israel=Jerusalem
Jordan=Amman
Korea=Seoul
Magadan
Middle East=Beirut
Myanmar=Yangon
N. Central Asia=Novosibirsk
Nepal=Kathmandu
North Asia East=Irkutsk
North Asia=Krasnoyarsk
North Korea=Pyongyang
Omsk
Pakistan=Karachi
Qyzylorda
Russia Time Zone 10=Srednekolymsk
Russia Time Zone 11=Kamchatka
Sakhalin
SE Asia=Bangkok
Singapore
Sri Lanka=Colombo
Syria=Damascus
Taipei
Tokyo
Tomsk
Transbaikal=Chita
Ulaanbaatar
Vladivostok
W. Mongolia=Hovd
West Asia=Tashkent
West Bank=Hebron
Yakutsk`,
  America: `
Alaskan=Anchorage
Aleutian=Adak
Argentina=Argentina/Buenos_Aires
Atlantic=Halifax
Bahia
Canada Central=Regina
Central America=Guatemala
Central Brazilian=Cuiaba
Central=Chicago
Central (Mexico)=Mexico_City
Cuba=Havana
E. South America=Sao_Paulo
Eastern=New_York
Eastern (Mexico)=Cancun
Greenland=Nuuk
Haiti=Port-au-Prince
Magallanes=Punta_Arenas
Montevideo
Mountain=Denver
Mountain (Mexico)=Mazatlan
Newfoundland=St_Johns
Pacific SA=Santiago
Pacific=Los_Angeles
Pacific (Mexico)=Tijuana
Paraguay=Asuncion
SA Eastern=Cayenne
SA Pacific=Bogota
SA Western=La_Paz
Saint Pierre=Miquelon
Tocantins=Araguaina
Turks And Caicos=Grand_Turk
US Eastern=Indiana/Indianapolis
US Mountain=Phoenix
Venezuela=Caracas
Yukon=Whitehorse`,
  Europe: `
Astrakhan
Belarus=Minsk
Central Europe=Budapest
Central European=Warsaw
E. Europe=Chisinau
FLE=Kyiv
GMT=London
GTB=Bucharest
Kaliningrad
Romance=Paris
Russia Time Zone 3=Samara
Russian=Moscow
Saratov
Turkey=Istanbul
Volgograd
W. Europe=Berlin`,
  Australia: `
AUS Central=Darwin
Aus Central W.=Eucla
AUS Eastern=Sydney
Cen. Australia=Adelaide
E. Australia=Brisbane
Lord Howe
Tasmania=Hobart
W. Australia=Perth`,
  Atlantic: `
Azores
Cape Verde
Greenwich=Reykjavik`,
  Pacific: `
Bougainville
Central Pacific=Guadalcanal
Chatham Islands=Chatham
Easter Island=Easter
Fiji
Hawaiian=Honolulu
Line Islands=Kiritimati
Marquesas
New Zealand=Auckland
Norfolk
Samoa=Apia
Tonga=Tongatapu
West Pacific=Port_Moresby`,
  Etc: `
Dateline=GMT+12
UTC-02=GMT+2
UTC-08=GMT+8
UTC-09=GMT+9
UTC-11=GMT+11
UTC+12=GMT-12
UTC+13=GMT-13`,
  Africa: `
E. Africa=Nairobi
Egypt=Cairo
Libya=Tripoli
Morocco=Casablanca
Namibia=Windhoek
Sao Tome
South Africa=Johannesburg
South Sudan=Juba
Sudan=Khartoum
W. Central Africa=Lagos`,
  Indian: `
Mauritius`,
  '': `
UTC`,
};

const byName = new Map(
  Object.entries(zones).flatMap(([area, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line): [string, Zone] => {
        const [name = '', city = name.replaceAll(' ', '_')] = line.split('=');
        return [name.toLowerCase(), area ? `${area}/${city}` : city];
      }),
  ),
);

/** Every zone that Windows has a name for. */
export const zonesOfWindows: readonly Zone[] = [...new Set(byName.values())];

/**
 * The zone that Windows and Outlook mean by a name such as "Romance Standard Time".
 *
 * @see {@link https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml | CLDR 48, windowsZones}
 */
export function zoneOfWindows(name: string): Zone | undefined {
  return byName.get(name.toLowerCase().replace(' standard time', ''));
}
