import { Injectable } from '@nestjs/common';
import { AppError, Database, NO_FACILITY } from '@luutru/platform';
import { type AuthorityPolicy, NEWEST_POLICIES, POLICY_COLUMNS, policyOf, type PolicyRow } from './policy.record';

/** Policies as administrators see them: what is in force, and every version there was. They name nobody. */
@Injectable()
export class PolicyReadModel {
  constructor(private readonly database: Database) {}

  async inForce(): Promise<readonly AuthorityPolicy[]> {
    return this.find('authority_policies', NEWEST_POLICIES, []);
  }

  /** Newest first. Throws `not-found`. */
  async versions(policyId: string): Promise<readonly AuthorityPolicy[]> {
    const text = `SELECT ${POLICY_COLUMNS} FROM authority_policy WHERE policy_id = $1 ORDER BY version DESC`;
    const found = await this.find('authority_policy_versions', text, [policyId]);
    if (found.length === 0) throw new AppError('not-found', 'not-found');
    return found;
  }

  private async find(name: string, text: string, values: readonly string[]): Promise<AuthorityPolicy[]> {
    const [result] = await this.database.run<PolicyRow>(NO_FACILITY, { name, text, values });
    return (result?.rows ?? []).map(policyOf);
  }
}
