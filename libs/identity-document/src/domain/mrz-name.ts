/** A name as the zone gives it; `truncated` when no filler at the end shows that all of it fitted. */
export interface MrzName {
  /** Family name, then given names; null if there is none or it holds what no name does. */
  readonly fullName: string | null;
  readonly truncated: boolean;
}

/**
 * `NGUYEN<<VAN<AN<<<` -> `NGUYEN VAN AN` (ICAO Doc 9303-3, 4.6). There is no check digit over names, so nothing is mended:
 * a name with a digit in it counts as unread.
 */
export function readMrzName(zone: string): MrzName {
  const fullName = zone.split('<').filter(Boolean).join(' ');
  return { fullName: /^[A-Z ]+$/.test(fullName) ? fullName : null, truncated: !zone.endsWith('<') };
}
