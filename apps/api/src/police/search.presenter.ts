import { toLocalIso } from '@luutru/calendar';
import { explainHit, type SearchAnswer, type SearchedStay } from '@luutru/police';
import type { SearchResponse } from './search.dto';

const local = (at: Date | null): string | null => at && toLocalIso(at);
/** Two places: more would pretend to a precision that no comparison of names has. */
const rounded = (score: number): number => Math.round(score * 100) / 100;

export function presentSearch({ persons, ...answer }: SearchAnswer): SearchResponse {
  return {
    ...answer,
    persons: persons.map(({ score, reasons, stays, stayCount }) => {
      const [newest] = stays as readonly [SearchedStay];
      return {
        score: rounded(score),
        reasons: reasons.map((reason) => ({ code: reason.code, ...explainHit(reason) })),
        fullName: newest.fullName,
        birthDate: newest.birthDate,
        sex: newest.sex,
        nationality: newest.nationality,
        documentType: newest.documentType,
        documentNumber: newest.documentNumber,
        stayCount,
        stays: stays.map(stayOf),
      };
    }),
  };
}

const stayOf = (stay: SearchedStay) => ({
  stayId: stay.stayId,
  facility: {
    facilityId: stay.facilityId,
    code: stay.facilityCode,
    name: stay.facilityName,
    kind: stay.facilityKind,
    wardId: stay.wardId,
  },
  kind: stay.kind,
  state: stay.state,
  arrivedAt: toLocalIso(stay.arrivedAt),
  expectedDepartureAt: local(stay.expectedDepartureAt),
  departedAt: local(stay.departedAt),
  room: stay.room,
  department: stay.department,
  tripId: stay.tripId,
  seat: stay.seat,
});
