import type { AccountView } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import type { AccountResponse } from './account.dto';

export function accountResponse(view: AccountView): AccountResponse {
  return {
    accountId: view.accountId,
    displayName: view.displayName,
    username: view.username,
    signsIn: [...view.signsIn],
    secondFactor: view.secondFactor,
    locked: view.locked,
    disabledBecause: view.disabledBecause,
    lastSignedInAt: view.lastSignedInAt && toLocalIso(view.lastSignedInAt),
    grants: view.grants.map(({ grantId, role, scopeKind, scopeId, expiresAt }) => ({
      grantId,
      role,
      scope: { kind: scopeKind, id: scopeId },
      expiresAt: expiresAt && toLocalIso(new Date(expiresAt)),
    })),
  };
}
