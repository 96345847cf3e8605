import type { Output } from '@luutru/client';

export type Outage = Output<'listOutages'>['outages'][number];

const MINUTE = 60_000;

export const minutesOf = ({ from, until }: Pick<Outage, 'from' | 'until'>): number =>
  Math.max(1, Math.round((Date.parse(until) - Date.parse(from)) / MINUTE));

/** In force: it moves deadlines. One that was withdrawn does not any more. */
export const counted = (outages: readonly Outage[]): readonly Outage[] =>
  outages.filter(({ withdrawnAt }) => withdrawnAt === null);

/** What is on at a moment, the widest first. */
export const goingOn = (outages: readonly Outage[], now: number): readonly Outage[] =>
  counted(outages)
    .filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until))
    .sort((a, b) => Number(a.wardIds !== null) - Number(b.wardIds !== null));

export const planned = (outages: readonly Outage[], now: number): readonly Outage[] =>
  counted(outages).filter(({ from }) => Date.parse(from) > now);
