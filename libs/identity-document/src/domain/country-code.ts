/** ISO 3166-1 alpha-3, without DEU: portal and passports write Germany `D`. */
const ISO_ALPHA_3 =
  'ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM ' +
  'BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR ' +
  'CYM CYP CZE DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN ' +
  'GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM ' +
  'JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG ' +
  'MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL ' +
  'NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN ' +
  'SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO ' +
  'TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE';

/** ICAO Doc 9303-3 section 5: kinds of British nationality, organisations, stateless persons and refugees. */
const ICAO_ONLY =
  'D GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA XCC XCE XCO XDC XEC XES XIM XMP XOM XPO XXA XXB XXC XXX';

/** Beyond both, from the portal's table of nationalities. */
const PORTAL_ONLY = ['SC-'];

const KNOWN: ReadonlySet<string> = new Set([...ISO_ALPHA_3.split(' '), ...ICAO_ONLY.split(' '), ...PORTAL_ONLY]);

/** Whether the code is one of ISO 3166-1 alpha-3, ICAO Doc 9303 or the portal. An unknown code is a doubt, never a fault. */
export const isKnownNationality = (code: string): boolean => KNOWN.has(code);

/** The portal's spelling of a code: Germany is `D` there and in machine readable zones. */
export const toPortalNationality = (code: string): string => (code === 'DEU' ? 'D' : code);
