import { Injectable } from '@nestjs/common';
import { localDate } from '@luutru/calendar';
import type { FacilityProfile } from '@luutru/facility';
import { extendDeadline, Outages } from '@luutru/outage';
import { PatientReadModel } from '@luutru/patient';
import { ReferenceDataService } from '@luutru/reference-data';
import { TripReadModel } from '@luutru/trip';
import type {
  AddressLookup,
  CodeLookup,
  DeclarationContext,
  DeclarationRules,
  FacilityFacts,
} from './domain/declaration-context';
import type { DeclarationInput } from './domain/declaration-input';
import type { StayKind } from './domain/stay-kind';

/** Gathers what the rules need to know. Only a declaration that refers to a trip or a patient asks the database. */
@Injectable()
export class ContextBuilder {
  constructor(
    private readonly reference: ReferenceDataService,
    private readonly trips: TripReadModel,
    private readonly patients: PatientReadModel,
    private readonly outages: Outages,
  ) {}

  async build(facility: FacilityProfile, input: DeclarationInput, now: Date): Promise<DeclarationContext> {
    const { tripId, patientId } = input.place ?? {};
    const [trip, patient] = await Promise.all([
      tripId && input.kind === 'passenger' ? this.trips.findFacts(facility.facilityId, tripId) : null,
      patientId && (input.kind === 'patient' || input.kind === 'relative')
        ? this.patients.findFacts(facility.facilityId, patientId)
        : null,
    ]);
    return {
      now,
      facility: this.facilityFacts(facility, now),
      trip,
      patient,
      rules: this.rules(),
      extend: await this.extension(facility.wardId),
      codes: this.codes(now),
      addresses: this.addresses(),
    };
  }

  /** What actions need that refer to nothing but the stay. */
  timeless(now: Date): Pick<DeclarationContext, 'now' | 'rules' | 'codes'> {
    return { now, rules: this.rules(), codes: this.codes(now) };
  }

  private facilityFacts(facility: FacilityProfile, now: Date): FacilityFacts {
    const kind = this.reference.facilityKind(facility.kind, localDate(now));
    return {
      active: facility.status === 'active',
      stayKinds: new Set(kind.stayKinds as StayKind[]),
      roomRequired: kind.roomRequired,
      remoteArea: facility.remoteArea,
      industrialZoneId: facility.industrialZoneId,
      zoneRequired: facility.kind === 'nha-o-kcn',
      rooms: new Set(facility.rooms.map((room) => room.code)),
      departments: new Set(facility.departments.map((department) => department.code)),
    };
  }

  private async extension(wardId: string): Promise<DeclarationContext['extend']> {
    const outages = await this.outages.recent();
    const { ruleBook } = this.reference;
    return (due) => {
      const { graceMinutes } = ruleBook.get('stay.outage-extension', localDate(due));
      return extendDeadline(due, wardId, outages, graceMinutes * 60_000);
    };
  }

  private rules(): DeclarationRules {
    const { ruleBook } = this.reference;
    return {
      deadline: (day) => ruleBook.get('stay.deadline', day),
      foreignerDeadline: (day) => ruleBook.get('stay.deadline.foreigner', day),
      arrivalWindow: (day) => ruleBook.get('stay.arrival-window', day),
      maxDaysPerNotice: (day) => ruleBook.get('stay.max-days-per-notice', day).days,
      temporaryResidenceAfterDays: (day) => ruleBook.get('stay.temporary-residence', day).afterDays,
    };
  }

  private codes(now: Date): CodeLookup {
    const day = localDate(now);
    return { has: (table, code) => this.reference.codeTables.has(table, code, day) };
  }

  private addresses(): AddressLookup {
    return {
      resolve: (address, hint) => {
        const { ward, province } = this.reference.addresses.resolve(address, hint);
        const certainty = ward ? 'ward' : province ? 'province' : 'none';
        return { certainty, wardId: ward?.unitId ?? null, provinceId: province?.unitId ?? null };
      },
    };
  }
}
