import {
  AUTHORITY_PURPOSES,
  type AuthorityPolicy,
  type AuthorityPurpose,
  type ColumnDefinition,
  COLUMNS,
  type PolicyContent,
  type PolicyProposal,
  type Resource,
  RESOURCES,
} from '@luutru/authority';
import { toLocalIso } from '@luutru/calendar';
import { presentPolicy, presentPurpose } from './authority.presenter';
import type {
  PolicyContentRequest,
  PolicyListResponse,
  PolicyProposalResponse,
  PolicyVersionResponse,
} from './policy.dto';

export const presentVersion = (policy: AuthorityPolicy): PolicyVersionResponse => ({
  ...presentPolicy(policy),
  proposedBy: policy.proposedBy,
  approvedBy: policy.approvedBy,
});

export const presentPolicies = (policies: readonly AuthorityPolicy[]): PolicyListResponse => ({
  policies: policies.map(presentVersion),
  columns: RESOURCES.flatMap(offered),
  purposes: (Object.keys(AUTHORITY_PURPOSES) as AuthorityPurpose[]).map(presentPurpose),
});

const offered = (resource: Resource): PolicyListResponse['columns'] =>
  Object.entries<ColumnDefinition>(COLUMNS[resource]).map(([column, { vi, en, masks }]) => ({
    resource,
    column,
    name: { vi, en },
    maskings: Object.entries(masks).map(([masking, mask]) => ({
      masking,
      name: { vi: mask.vi, en: mask.en },
      form: mask.form ?? null,
    })),
  }));

export function presentProposal(proposal: PolicyProposal): PolicyProposalResponse {
  const { content: _content, proposedAt, decidedAt, ...same } = proposal;
  return { ...same, proposedAt: toLocalIso(proposedAt), decidedAt: decidedAt && toLocalIso(decidedAt) };
}

export const presentContent = ({ staysForm, ...content }: PolicyContent): PolicyContentRequest => ({
  ...content,
  facilityKinds: [...content.facilityKinds],
  areaUnitIds: [...content.areaUnitIds],
  areaZoneIds: [...content.areaZoneIds],
  stayKinds: [...content.stayKinds],
  columns: content.columns.map((column) => ({ ...column })),
  purposes: [...content.purposes],
  ...(staysForm && { staysForm }),
});
