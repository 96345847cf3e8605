/** Desks from the street up; an alert that nobody takes climbs them. The numbers are stored. */
export const DESKS = ['ward', 'supervisor', 'province'] as const;
export type Desk = (typeof DESKS)[number];

/** At which desk the alerts of a list begin. */
export const FIRST_DESKS = ['ward', 'province'] as const satisfies readonly Desk[];

export const deskLevel = (desk: Desk): number => DESKS.indexOf(desk);
export const deskAt = (level: number): Desk => DESKS[level] ?? 'province';

/** The level an alert is raised to when nobody took it in time; null from the highest desk. */
export const nextLevel = (level: number): number | null => (level + 1 < DESKS.length ? level + 1 : null);

/** The desk of a role; null for roles that have none. */
export function deskOfRole(role: string | null): Desk | null {
  if (role === 'ward-police') return 'ward';
  if (role === 'police-supervisor') return 'supervisor';
  return role === 'provincial-police' ? 'province' : null;
}
