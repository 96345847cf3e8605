import { Injectable } from '@nestjs/common';
import { AppError } from '@luutru/platform';
import type { AccountIdentity, StoredGrant } from './account.record';
import { AccountService, type AccountView, type Instruction } from './account.service';

/** The clerks of one facility, in the hands of its owner. */
@Injectable()
export class StaffService {
  constructor(private readonly accounts: AccountService) {}

  list(facilityId: string): Promise<AccountView[]> {
    return this.accounts.listOfFacility(facilityId);
  }

  /** Opens an account that may work at the desk of this facility and nothing else. */
  async add(
    facilityId: string,
    identity: AccountIdentity,
    by: Instruction,
  ): Promise<{ accountId: string; password: string | null }> {
    const scope = { kind: 'facility', id: facilityId } as const;
    return this.accounts.create(identity, by, { role: 'facility-clerk', scope, expiresAt: null });
  }

  /** A new first password for somebody who works here only. Throws `not-found`. */
  async reset(facilityId: string, accountId: string, by: Instruction): Promise<{ password: string | null }> {
    const { grants } = await this.accounts.get(accountId);
    if (grants.length === 0 || !grants.every((grant) => isClerkOf(grant, facilityId))) {
      throw new AppError('not-found', 'not-found');
    }
    return this.accounts.restore(accountId, by);
  }

  /** Takes the desk away; what the person may do elsewhere stays. Throws `not-found`. */
  async remove(facilityId: string, accountId: string, by: Instruction): Promise<void> {
    const { grants } = await this.accounts.get(accountId);
    const here = grants.filter((grant) => isClerkOf(grant, facilityId));
    if (here.length === 0) throw new AppError('not-found', 'not-found');
    for (const grant of here) await this.accounts.revokeGrant(accountId, grant.grantId, by);
  }
}

const isClerkOf = ({ role, scopeKind, scopeId }: StoredGrant, facilityId: string): boolean =>
  role === 'facility-clerk' && scopeKind === 'facility' && scopeId === facilityId;
