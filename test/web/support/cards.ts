import { nextPersonalNumber } from '../../support/builders';

/** The text of the QR code on a card of an invented person. */
export const cardOf = (name: string, { number = nextPersonalNumber(), born = '15081990', sex = 'Nữ' } = {}): string =>
  `${number}||${name}|${born}|${sex}|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021`;

/** ICAO's own example of a German passport. */
export const PASSPORT = [
  'P<D<<MUELLER<<HANS<PETER<<<<<<<<<<<<<<<<<<<<',
  'C01X00T478D<<6408125M3102282<<<<<<<<<<<<<<<2',
];
