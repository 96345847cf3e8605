import { Injectable } from '@nestjs/common';
import { toLocalIso } from '@luutru/calendar';
import { companionReasons, type PersonCompanion, type PersonStay, type PersonView, visitedWards } from '@luutru/police';
import { ReferenceDataService } from '@luutru/reference-data';
import { maskNumber } from '../stay/stay.presenter';
import type { CompanionResponse, MapWardResponse, PersonViewResponse, PersonStayResponse } from './person.dto';

@Injectable()
export class PersonPresenter {
  constructor(private readonly reference: ReferenceDataService) {}

  view({ stays, companions, next }: PersonView): PersonViewResponse {
    return {
      stays: stays.map((stay) => this.stay(stay)),
      companions: companions.map((companion) => this.companion(companion)),
      map: this.map(stays),
      next,
    };
  }

  stay({ personal, facility, trip, ...stay }: PersonStay): PersonStayResponse {
    const until = stay.departedAt ?? stay.expectedDepartureAt;
    return {
      stayId: stay.stayId,
      kind: stay.kind,
      state: stay.state,
      from: toLocalIso(stay.arrivedAt),
      to: until && toLocalIso(until),
      departed: stay.departedAt !== null,
      facility: { facilityId: stay.facilityId, ...facility, ...this.wardNames(facility.wardId) },
      place: { ...stay.place },
      trip:
        trip && stay.tripId !== null
          ? {
              tripId: stay.tripId,
              plate: trip.plate,
              routeCode: trip.routeCode,
              departsAt: toLocalIso(new Date(trip.departsAt)),
              stops: trip.stops.map(({ code, name, expectedAt }) => ({
                code,
                name,
                expectedAt: toLocalIso(new Date(expectedAt)),
              })),
            }
          : null,
      person: { ...personOf(stay, personal), documentNumber: personal.documentNumber, phone: personal.phone },
    };
  }

  private companion({ stay, reasons, ofStayIds }: PersonCompanion): CompanionResponse {
    const { documentNumber } = stay.personal;
    return {
      facilityId: stay.facilityId,
      stayId: stay.stayId,
      person: {
        ...personOf(stay, stay.personal),
        documentNumber: documentNumber === null ? null : maskNumber(documentNumber),
      },
      reasons: reasons.map((code) => ({ code, ...companionReasons[code] })),
      ofStayIds: [...ofStayIds],
    };
  }

  private map(stays: readonly PersonStay[]): MapWardResponse[] {
    const there = stays.filter(({ state }) => state !== 'cancelled');
    return visitedWards(there.map((stay) => ({ ...stay, wardId: stay.facility.wardId }))).map((ward) => ({
      wardId: ward.wardId,
      provinceId: this.reference.adminUnits.provinceOf(ward.wardId)?.unitId ?? '',
      ...this.wardNames(ward.wardId),
      facilityIds: [...ward.facilityIds],
      stays: ward.stays,
      firstAt: toLocalIso(ward.firstAt),
      lastAt: toLocalIso(ward.lastAt),
      point: this.reference.adminUnits.find(ward.wardId)?.point ?? null,
    }));
  }

  private wardNames(wardId: string): { wardName: string; provinceName: string } {
    const units = this.reference.adminUnits;
    return { wardName: units.find(wardId)?.name ?? wardId, provinceName: units.provinceOf(wardId)?.name ?? '' };
  }
}

const personOf = (
  { sex, nationality, documentType }: Pick<PersonStay, 'sex' | 'nationality' | 'documentType'>,
  { fullName, birthDate }: Pick<PersonStay['personal'], 'fullName' | 'birthDate'>,
) => ({ fullName, birthDate, sex, nationality, documentType });
