import { Injectable } from '@nestjs/common';
import { type Caller, type Permission, reachOf } from '@luutru/access';
import { FacilityReadModel } from '@luutru/facility';
import { AppError } from '@luutru/platform';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CODE = /^[A-Za-z0-9-]{1,64}$/;

/** Which facility a request is about: by id, by code, or the only one the caller acts for. */
@Injectable()
export class FacilityChoice {
  constructor(private readonly facilities: FacilityReadModel) {}

  /** Throws `facility-not-chosen` when it must be named, `not-found` when the permission does not reach it. */
  async resolve(caller: Caller, permission: Permission, given: string | undefined): Promise<string> {
    const { facilityIds } = reachOf(caller.principal, permission);
    if (given === undefined) {
      const [only, ...others] = facilityIds;
      if (only !== undefined && others.length === 0) return only;
      throw new AppError('facility-not-chosen', 'invalid');
    }
    const id = UUID.test(given) ? given.toLowerCase() : await this.findIdByCode(given);
    if (id === null || !facilityIds.includes(id)) throw new AppError('not-found', 'not-found');
    return id;
  }

  private async findIdByCode(code: string): Promise<string | null> {
    return CODE.test(code) ? this.facilities.findIdByCode(code.toUpperCase()) : null;
  }
}
