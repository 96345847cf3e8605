/**
 * The first day of the Vietnamese lunar year, by the rules of the calendar itself: months begin on the day of the new moon in
 * Vietnam (UTC+7), the eleventh holds the winter solstice, and the first is the second after it, or the third where a leap month
 * lies between. Moon and sun by the series of Meeus, Astronomical Algorithms, as far as days need them.
 */

const RADIAN = Math.PI / 180;
const SYNODIC = 29.530588861;
const ZONE = 7 / 24;

/** The number of the day, in Vietnam, of the k-th new moon since the end of 1899. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t * t) * RADIAN);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3;
  const sin = (degrees: number): number => Math.sin(degrees * RADIAN);
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
      : -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - deltaT + 0.5 + ZONE);
}

/** The twelfth of its way that the sun is on when a day of Vietnam begins: 9 from the winter solstice on. */
function solarSector(day: number): number {
  const t = (day - 0.5 - ZONE - 2451545) / 36525;
  const mean = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3;
  const sin = (degrees: number): number => Math.sin(degrees * RADIAN);
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(mean) +
    (0.019993 - 0.000101 * t) * sin(2 * mean) +
    0.00029 * sin(3 * mean);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const julianDay = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 2440588;
const dateOf = (day: number): string => new Date((day - 2440588) * 86_400_000).toISOString().slice(0, 10);

/** The new moon that begins the eleventh month, the one with the winter solstice of a year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((julianDay(`${year}-12-31`) - 2415021) / SYNODIC);
  return solarSector(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/** Tết Nguyên đán of a year of the common calendar, as a date `YYYY-MM-DD`. */
export function lunarNewYear(year: number): string {
  const before = eleventhMonth(year - 1);
  const isLong = eleventhMonth(year) - before === 13;
  // Of thirteen months the first without a new sector of the sun's way is the leap one.
  const leap = isLong
    ? [...Array(13).keys()].find(
        (at) => solarSector(newMoonDay(before + at)) === solarSector(newMoonDay(before + at + 1)),
      )
    : undefined;
  return dateOf(newMoonDay(before + 2 + (leap !== undefined && leap <= 2 && leap > 0 ? 1 : 0)));
}
