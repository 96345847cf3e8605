import type { Caller } from '@luutru/access';

/** Whoever reads figures anywhere without seeing them exactly there sees none exactly: a table may mix both. */
export const seesExact = ({ principal }: Caller): boolean =>
  principal.grants.every(
    ({ permissions }) => !permissions.has('statistics.read') || permissions.has('statistics.exact'),
  );
