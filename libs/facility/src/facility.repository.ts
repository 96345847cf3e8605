import { Injectable } from '@nestjs/common';
import { KeyRing, STANDING_SCOPE, type Transaction } from '@luutru/platform';
import type { FacilityProfile } from './domain/facility';
import { Department, Facility, IndustrialZone, Room, Route, Vehicle } from './facility.entity';

/** A facility to record. `owner` is a person's name and is sealed. */
export interface NewFacility extends FacilityProfile {
  readonly owner: string;
  readonly certificate?: { readonly number: string; readonly issuedOn: string; readonly expiresOn: string | null };
}

@Injectable()
export class FacilityRepository {
  constructor(private readonly keyRing: KeyRing) {}

  async insert(tx: Transaction, facility: NewFacility, now: Date): Promise<void> {
    const { owner, certificate, rooms, departments, vehicles, routes, ...own } = facility;
    const { facilityId } = own;
    const ownerSealed = await this.keyRing.seal(STANDING_SCOPE, 'facility', 'owner_sealed', facilityId, owner);
    await tx.getRepository(Facility).insert({
      ...own,
      ownerSealed,
      formerWardId: null,
      chainId: null,
      certificateNumber: certificate?.number ?? null,
      certificateIssuedOn: certificate?.issuedOn ?? null,
      certificateExpiresOn: certificate?.expiresOn ?? null,
      signedRequestsRequired: false,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    await tx.getRepository(Room).insert(rooms.map((room) => ({ facilityId, ...room })));
    await tx.getRepository(Department).insert(departments.map((department) => ({ facilityId, ...department })));
    await tx.getRepository(Vehicle).insert(vehicles.map((vehicle) => ({ facilityId, ...vehicle })));
    await tx
      .getRepository(Route)
      .insert(routes.map((route) => ({ facilityId, ...route, stops: route.stops.map((stop) => ({ ...stop })) })));
  }

  async insertZones(
    tx: Transaction,
    zones: readonly { zoneId: string; name: string; provinceId: string }[],
  ): Promise<void> {
    await tx.getRepository(IndustrialZone).upsert([...zones], ['zoneId']);
  }
}
