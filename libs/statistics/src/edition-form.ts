import { CLASS_IDS, CLASSES } from './domain/accommodation-class';
import type { EditionGroups } from './domain/editions/edition-rows';
import type { Sort } from './domain/editions/release-scope';
import type { FigureQuery } from './domain/figure-query';
import { ALL_CLASSES, type FormLine, formLineOf } from './domain/form-015n';
import { basesOf } from './domain/measures';

const GUESTS = ['overnight', 'international-overnight', 'bed-nights-used'] as const;
const PLACES = ['rooms', 'beds', 'room-nights-used', 'room-nights', 'bed-nights'] as const;

/** Asks for figures of the form's months. */
type Ask = (by: FigureQuery['by'], question: Pick<FigureQuery, 'measures' | 'filter'>) => Promise<EditionGroups>;
type Line = Parameters<typeof formLineOf>[2];

/**
 * The lines of the form of one scope: guests by class, and what facilities of the class have to offer. A scope without lodging of
 * travellers has nothing in it; one that holds more than that knows its facilities, and not which of the people are guests.
 */
export async function editionFormLines(sort: Sort, ask: Ask): Promise<readonly FormLine[]> {
  const of = async (by: FigureQuery['by']): Promise<(id: string) => Line> => {
    if (sort !== 'lodging' && sort !== 'mixed') return () => ({ facilities: 0, counts: NOTHING });
    const places = await ask(by, { measures: PLACES, filter: {} });
    const people = sort === 'lodging' ? await ask(by, { measures: GUESTS, filter: { stayKinds: ['guest'] } }) : null;
    return (id) => {
      const [own, guests] = [places, people].map((all) => all && (all.lines.get(id)?.parts[0] ?? all.blank[0]));
      return {
        facilities: own?.facilities ?? 0,
        counts: { ...own?.counts, ...(guests ? guests.counts : UNTOLD.counts) },
        hidden: { ...own?.hidden, ...(guests ? guests.hidden : UNTOLD.hidden) },
      };
    };
  };
  const [ofClass, ofAll] = [await of(['class']), await of([])];
  return [
    ...CLASS_IDS.map((id) => formLineOf(id, CLASSES[id], ofClass(JSON.stringify([id])))),
    formLineOf(null, ALL_CLASSES, sort === 'mixed' ? totalOf(ofClass) : ofAll('[]')),
  ];
}

const GUEST_BASES = basesOf(GUESTS);
const NOTHING = Object.fromEntries(basesOf([...GUESTS, ...PLACES]).map((base) => [base, 0]));
const UNTOLD = {
  counts: Object.fromEntries(GUEST_BASES.map((base) => [base, null])),
  hidden: Object.fromEntries(GUEST_BASES.map((base) => [base, 'not-offered' as const])),
};

/** Of a scope with more than lodging the sum of the classes; of what one of them hides there is none. */
function totalOf(ofClass: (id: string) => Line): Line {
  const lines = CLASS_IDS.map((id) => ofClass(JSON.stringify([id])));
  const bases = basesOf(PLACES);
  const reasonOf = (base: (typeof bases)[number]) =>
    lines.map(({ hidden }) => hidden?.[base]).find((one) => one !== undefined);
  const sum = (base: (typeof bases)[number]): number => lines.reduce((all, { counts }) => all + (counts[base] ?? 0), 0);
  const entries = bases.map((base) => [base, reasonOf(base)] as const);
  return {
    facilities: lines.reduce((all, { facilities = 0 }) => all + facilities, 0),
    counts: {
      ...Object.fromEntries(entries.map(([base, reason]) => [base, reason ? null : sum(base)])),
      ...UNTOLD.counts,
    },
    hidden: { ...Object.fromEntries(entries.filter(([, reason]) => reason !== undefined)), ...UNTOLD.hidden },
  };
}
