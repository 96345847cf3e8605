import type { Output } from '@luutru/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../../api/ask';
import { whileActive } from '../../api/while-active';
import { useNow } from './now';
import { state, useStated } from './stated';

export type Glass = Output<'ownBreakGlasses'>['breakGlasses'][number];

export const ownGlasses = ask('ownBreakGlasses');

/** One's own break-glasses that lend something at this second. */
export function useOpenGlasses(): readonly Glass[] {
  const { data } = useQuery({ ...ownGlasses, refetchInterval: whileActive(60_000) });
  const open = (data?.breakGlasses ?? []).filter((glass) => glass.state === 'open');
  const now = useNow(open.length > 0);
  return open.filter(({ expiresAt }) => new Date(expiresAt).getTime() > now);
}

/** Looks stop naming a break-glass as soon as it is over. */
export function useForgetOverGlass(open: readonly Glass[], known: boolean): void {
  const stated = useStated();
  const over =
    known &&
    stated?.breakGlassId !== undefined &&
    !open.some(({ breakGlassId }) => breakGlassId === stated.breakGlassId);
  useEffect(() => {
    if (over && stated) state({ purpose: stated.purpose, caseNumber: stated.caseNumber });
  }, [over, stated]);
}
