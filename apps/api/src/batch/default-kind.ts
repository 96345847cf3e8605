import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '@luutru/calendar';
import { FacilityReadModel } from '@luutru/facility';
import { AppError, CLOCK, type Clock } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { TripReadModel } from '@luutru/trip';

/** What rows that name no kind of stay are taken for. */
@Injectable()
export class DefaultKind {
  constructor(
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
    private readonly trips: TripReadModel,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Guests where the facility has guests, or the one kind it has; null where that is not certain. */
  async of(facilityId: string): Promise<string | null> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    const { stayKinds } = this.reference.facilityKind(facility.kind, localDate(this.clock.now()));
    if (stayKinds.includes('guest')) return 'guest';
    return stayKinds.length === 1 ? (stayKinds[0] ?? null) : null;
  }

  /** The trip of a manifest; throws `validation-failed` when the facility has none of that id. */
  async trip(facilityId: string, tripId: string | undefined): Promise<string | null> {
    if (tripId === undefined) return null;
    if (await this.trips.findFacts(facilityId, tripId)) return tripId;
    throw new AppError('validation-failed', 'invalid', {}, [{ code: 'trip-unknown', pointer: '/tripId' }]);
  }
}
