import { open, type RouteCase } from './route-case';

/** What the policy of the transport authority might say instead. */
export const policyContent = () => ({
  nameVi: 'Ngành giao thông',
  nameEn: 'Transport',
  legalBasis: 'Luật Đường bộ 35/2024/QH15',
  facilityKinds: ['nha-xe'],
  areaUnitIds: [],
  areaZoneIds: [],
  stayKinds: [],
  columns: [
    { resource: 'trips', column: 'departsOn', masking: 'day' } as const,
    { resource: 'trips', column: 'passengers', masking: 'count' } as const,
    { resource: 'facilities', column: 'name', masking: 'business' } as const,
  ],
  purposes: ['thong-ke'],
  exports: false,
  cellSize: 10,
});

/** Reads name no record, and policies belong to the province; test/http/authority.spec.ts tries areas. */
export const AUTHORITY_ROUTE_CASES: readonly RouteCase[] = [
  open('GET /v1/authority/policies', () => ({ path: '/v1/authority/policies' })),
  ...['stays', 'facilities', 'trips'].map((resource) =>
    open(`GET /v1/authority/${resource}`, () => ({ path: `/v1/authority/${resource}?purpose=thong-ke` })),
  ),
  open('GET /v1/authority-policies', () => ({ path: '/v1/authority-policies' })),
  open('GET /v1/authority-policies/:policyId/versions', () => ({
    path: '/v1/authority-policies/tourism-analyst/versions',
  })),
  open('POST /v1/authority-policies/:policyId/proposals', () => ({
    path: '/v1/authority-policies/transport-analyst/proposals',
    body: policyContent(),
  })),
  open('GET /v1/authority-policy-proposals', () => ({ path: '/v1/authority-policy-proposals' })),
  open('GET /v1/authority-policy-proposals/:proposalId', async (_world, worlds) => ({
    path: `/v1/authority-policy-proposals/${await worlds.newPolicyProposal()}`,
  })),
  ...['approve', 'refuse'].map((action) =>
    open(`POST /v1/authority-policy-proposals/:proposalId/${action}`, async (_world, worlds) => ({
      path: `/v1/authority-policy-proposals/${await worlds.newPolicyProposal()}/${action}`,
    })),
  ),
  open('POST /v1/authority-policy-proposals/:proposalId/cancel', async (_world, worlds) => ({
    path: `/v1/authority-policy-proposals/${await worlds.newPolicyProposal(true)}/cancel`,
  })),
];
