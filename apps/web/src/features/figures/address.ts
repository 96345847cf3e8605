import type { Input } from '@luutru/client';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Days } from './periods';

type Query = NonNullable<Input<'getFigures'>['query']>;

/** What is looked at. It lives in the address, so that the browser's back button takes back a step, and links keep it. */
export interface Looked {
  readonly from?: string;
  readonly to?: string;
  readonly compare?: 'year' | 'previous' | 'none';
  readonly by?: string;
  readonly measure?: string;
  readonly ward?: string;
  readonly policy?: string;
  readonly trend?: 'day';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[a-z0-9-]{1,40}$/;

/** Of an address, what can be meant: anything else is left out. */
export function readLooked(search: Readonly<Record<string, unknown>>): Looked {
  const fit = (name: keyof Looked, pattern: RegExp): object => {
    const value = search[name];
    return typeof value === 'string' && pattern.test(value) ? { [name]: value } : {};
  };
  const period = { ...fit('from', DAY), ...fit('to', DAY) };
  return {
    ...(Object.keys(period).length === 2 && period),
    ...fit('compare', /^(year|previous|none)$/),
    ...fit('by', CODE),
    ...fit('measure', CODE),
    ...fit('ward', CODE),
    ...fit('policy', CODE),
    ...fit('trend', /^day$/),
  };
}

/** What is looked at, and how to look at something else: a step each in the browser's history. */
export function useLooked(): { looked: Looked; look: (change: Looked) => void } {
  const looked = readLooked(useSearch({ strict: false }));
  const navigate = useNavigate();
  const look = (change: Looked): void => {
    const next = Object.entries({ ...looked, ...change }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/figures', search: Object.fromEntries(next), resetScroll: false });
  };
  return { looked, look };
}

/** A question about a period within what is looked at. */
export interface Asked extends Days {
  readonly measures: readonly string[];
  readonly by?: string;
  readonly grain?: Query['grain'];
  /** What values are called in. */
  readonly language?: Query['language'];
}

/** It as the API takes it. */
export const questionOf = (
  { measures, by, grain, language, from, to }: Asked,
  { compare = 'year', ward, policy }: Looked,
): Query => ({
  measures: measures.join(','),
  from,
  to,
  ...(by !== undefined && { by }),
  ...(grain !== undefined && { grain }),
  ...(language !== undefined && { language }),
  ...(compare !== 'none' && { compare }),
  ...(ward !== undefined && { ward }),
  ...(policy !== undefined && { policy }),
});
