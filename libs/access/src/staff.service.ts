import { Injectable } from '@nestjs/common';
import { AppError } from '@luutru/platform';
import type { AccountIdentity, StoredGrant } from './account.record';
import { AccountService, type AccountView, type Instruction } from './account.service';

/** The clerks of one facility, in the hands of its owner. */
@Injectable()
export class StaffService {
  constructor(private readonly accounts: AccountService) {}

  /** Who works here, with what they may do here; what they are elsewhere is none of the owner's business. */
  async list(facilityId: string): Promise<AccountView[]> {
    const found = await this.accounts.listOfFacility(facilityId);
    return found.map((account) => ({
      ...account,
      grants: account.grants.filter(({ scopeKind, scopeId }) => scopeKind === 'facility' && scopeId === facilityId),
    }));
  }

  /**
   * Lets somebody work at the desk of this facility: by a new account with a user name, or as the person of a number. Whether
   * that person had an account before is not told. Throws `validation-failed`, `username-taken`.
   */
  async add(
    facilityId: string,
    identity: AccountIdentity,
    by: Instruction,
  ): Promise<{ accountId: string; password: string | null }> {
    const desk = { role: 'facility-clerk', scope: { kind: 'facility', id: facilityId }, expiresAt: null } as const;
    const { personalNumber } = identity;
    if (personalNumber === null) return this.accounts.create(identity, by, desk);
    if (identity.username !== null) {
      const issue = { code: 'sign-in-ways-both', pointer: '/username' };
      throw new AppError('validation-failed', 'invalid', {}, [issue]);
    }
    const { accountId } = await this.accounts.ofPerson({ ...identity, personalNumber });
    await this.accounts.grant(accountId, desk, by);
    return { accountId, password: null };
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
