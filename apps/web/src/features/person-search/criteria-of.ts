import { type Criteria, readTyped } from './typed';
import type { FurtherCriteria, useWork } from './work';

/** Everything that a search asks for: the box, and the further criteria that are filled in. */
export function criteriaOf({
  text,
  reading,
  further,
}: Pick<ReturnType<typeof useWork>, 'text' | 'reading' | 'further'>): Criteria {
  const typed = readTyped(text, reading === '' ? undefined : reading);
  return { ...typed?.criteria, ...givenIn(further) };
}

export function givenIn({ birthYear, event, from, to, ...texts }: FurtherCriteria): Criteria {
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== '')) as Criteria;
  const period = { ...(event !== '' && { event }), ...(from !== '' && { from }), ...(to !== '' && { to }) };
  return {
    ...given,
    ...(birthYear.trim() !== '' && { birthYear: Number(birthYear) }),
    ...(Object.keys(period).length > 0 && { period }),
  };
}
