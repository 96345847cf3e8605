import { open, type RouteCase, scoped } from './route-case';

const supervise = (action: 'suspend' | 'reinstate' | 'close'): RouteCase =>
  scoped(`POST /v1/facilities/:facilityId/${action}`, async (world, worlds) => {
    const facility = await worlds.newFacility(world, action === 'reinstate' ? 'suspended' : 'active');
    return { path: `/v1/facilities/${facility.facilityId}/${action}`, body: { reason: 'Kiểm tra' } };
  });

const SUPERVISION: readonly RouteCase[] = [
  open('GET /v1/facility-applications', () => ({ path: '/v1/facility-applications' })),
  scoped('POST /v1/facility-applications/:applicationId/approve', async (world, worlds) => ({
    path: `/v1/facility-applications/${await worlds.newApplication(world)}/approve`,
  })),
  scoped('POST /v1/facility-applications/:applicationId/refuse', async (world, worlds) => ({
    path: `/v1/facility-applications/${await worlds.newApplication(world)}/refuse`,
    body: { reason: 'Thiếu giấy tờ' },
  })),
  open('POST /v1/outages', () => ({
    path: '/v1/outages',
    body: { from: '2026-01-05T21:00', until: '2026-01-05T22:00', reason: { vi: 'Bảo trì', en: 'Maintenance' } },
  })),
  open('POST /v1/outages/:outageId/withdraw', async (_world, worlds) => ({
    path: `/v1/outages/${await worlds.newOutage()}/withdraw`,
  })),
  open('GET /v1/police/notices', () => ({ path: '/v1/police/notices' })),
  scoped('POST /v1/police/notices/:stayId/seen', async (world, worlds) => ({
    path: `/v1/police/notices/${await worlds.newNotice(world)}/seen`,
  })),
  supervise('suspend'),
  supervise('reinstate'),
  supervise('close'),
  scoped('GET /v1/facilities/:facilityId/history', async (world, worlds) => ({
    path: `/v1/facilities/${(await worlds.newFacilityWithHistory(world)).facilityId}/history`,
  })),
  scoped('POST /v1/police/inspections', ({ hotel, stayId }) => ({
    path: '/v1/police/inspections',
    body: { facilityId: hotel.facilityId, stayId, purpose: 'kiem-tra-luu-tru' },
  })),
  open('POST /v1/police/searches', ({ guestNumber }) => ({
    path: '/v1/police/searches',
    body: { purpose: 'tim-nguoi', caseNumber: 'VV-1', documentNumber: guestNumber || '049190000000' },
  })),
  open('GET /v1/police/supervision/searches', () => ({ path: '/v1/police/supervision/searches?limit=5' })),
  open('GET /v1/police/supervision/notices', () => ({ path: '/v1/police/supervision/notices?show=all' })),
  scoped('POST /v1/police/supervision/notices/:noticeId/acknowledge', async (world, worlds) => ({
    path: `/v1/police/supervision/notices/${await worlds.newSearchNotice(world)}/acknowledge`,
  })),
];

const NOTE = { visitedOn: '2026-11-22', findings: ['khong-khai-bao'], notDeclared: 3, text: 'Kiểm tra đêm' };

const COMPLIANCE: readonly RouteCase[] = [
  open('GET /v1/compliance/facilities', () => ({ path: '/v1/compliance/facilities' })),
  scoped('GET /v1/compliance/facilities/:facilityId', async (world, worlds) => {
    await worlds.newStanding(world);
    return { path: `/v1/compliance/facilities/${world.hotel.facilityId}` };
  }),
  open('GET /v1/compliance/wards', () => ({ path: '/v1/compliance/wards' })),
  open('GET /v1/compliance/monthly-sheet', () => ({ path: '/v1/compliance/monthly-sheet?month=2026-11' })),
  open('GET /v1/compliance/notes', () => ({ path: '/v1/compliance/notes' })),
  scoped('POST /v1/compliance/notes', ({ hotel }) => ({
    path: '/v1/compliance/notes',
    body: { facilityId: hotel.facilityId, ...NOTE },
  })),
  scoped('GET /v1/compliance/notes/:noteId', async (world, worlds) => ({
    path: `/v1/compliance/notes/${await worlds.newNote(world)}`,
  })),
  scoped('POST /v1/compliance/notes/:noteId/revise', async (world, worlds) => ({
    path: `/v1/compliance/notes/${await worlds.newNote(world)}/revise`,
    body: { version: 1, ...NOTE },
  })),
  ...['share', 'withdraw'].map((action) =>
    scoped(`POST /v1/compliance/notes/:noteId/${action}`, async (world, worlds) => ({
      path: `/v1/compliance/notes/${await worlds.newNote(world, false)}/${action}`,
      body: { version: 1 },
    })),
  ),
  scoped('GET /v1/facilities/:facility/compliance', async (world, worlds) => {
    await worlds.newStanding(world);
    return { path: `/v1/facilities/${world.hotel.code}/compliance` };
  }),
  scoped('GET /v1/facilities/:facility/compliance/notes', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/compliance/notes`,
  })),
  scoped('POST /v1/facilities/:facility/compliance/notes/:noteId/answer', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/compliance/notes/${await worlds.newNote(world)}/answer`,
    body: { version: 1, text: 'Đã khắc phục' },
  })),
];

const SUBSCRIPTION = '/v1/statistics/subscriptions';

const STATISTICS_SUBSCRIPTIONS: readonly RouteCase[] = [
  open(`GET ${SUBSCRIPTION}`, () => ({ path: SUBSCRIPTION })),
  open(`POST ${SUBSCRIPTION}`, async (_world, worlds) => {
    await worlds.removeSubscriptions();
    return {
      path: SUBSCRIPTION,
      body: {
        ...{ report: 'figures', measures: 'arrivals', grain: 'day', format: 'pdf', cadence: 'daily', hour: 7 },
        ...{ channel: 'mail', target: 'can-bo@danang.example' },
      },
    };
  }),
  open(`PATCH ${SUBSCRIPTION}/:subscriptionId`, async (_world, worlds) => ({
    path: `${SUBSCRIPTION}/${await worlds.newSubscription('active')}`,
    body: { hour: 8 },
  })),
  open(`POST ${SUBSCRIPTION}/:subscriptionId/confirm`, async (_world, worlds) => ({
    path: `${SUBSCRIPTION}/${await worlds.newSubscription('unconfirmed')}/confirm`,
    body: { code: '00000001' },
  })),
  ...['pause', 'resume'].map((action) =>
    open(`POST ${SUBSCRIPTION}/:subscriptionId/${action}`, async (_world, worlds) => ({
      path: `${SUBSCRIPTION}/${await worlds.newSubscription('active')}/${action}`,
    })),
  ),
  open(`DELETE ${SUBSCRIPTION}/:subscriptionId`, async (_world, worlds) => ({
    path: `${SUBSCRIPTION}/${await worlds.newSubscription('active')}`,
  })),
  open(`GET ${SUBSCRIPTION}/:subscriptionId/deliveries`, async (_world, worlds) => ({
    path: `${SUBSCRIPTION}/${await worlds.newSubscription('active')}/deliveries`,
  })),
];

const STATISTICS: readonly RouteCase[] = [
  open('GET /v1/statistics/indicators', () => ({ path: '/v1/statistics/indicators' })),
  open('GET /v1/statistics/figures', () => ({
    path: '/v1/statistics/figures?measures=arrivals,guest-nights&by=kind&from=2026-10-01&to=2026-10-31',
  })),
  open('GET /v1/statistics/now', () => ({ path: '/v1/statistics/now?by=kind' })),
  open('GET /v1/statistics/workers-long-stay', () => ({ path: '/v1/statistics/workers-long-stay' })),
  ...STATISTICS_SUBSCRIPTIONS,
  open('GET /v1/statistics/anomalies', () => ({ path: '/v1/statistics/anomalies?from=2026-11-01&to=2026-11-20' })),
  scoped('POST /v1/statistics/anomalies/:noteId/remarks', async (world, worlds) => ({
    path: `/v1/statistics/anomalies/${await worlds.newAnomaly(world)}/remarks`,
    body: { text: 'Lễ hội của phường' },
  })),
  open('GET /v1/statistics/form-015n', () => ({ path: '/v1/statistics/form-015n?year=2026' })),
];

/** Looks at people, and how far they may go. */
const PERSONS: readonly RouteCase[] = [
  scoped('POST /v1/police/persons', ({ hotel, stayId }) => ({
    path: '/v1/police/persons',
    body: { facilityId: hotel.facilityId, stayId, purpose: 'kiem-tra-luu-tru' },
  })),
  // Nobody but a police unit's own system may call it; test/http/partner-search.spec.ts does.
  open('POST /v1/partner/police/searches', () => ({
    path: '/v1/partner/police/searches',
    body: { documentNumber: '049190001234', purpose: 'tim-nguoi', caseNumber: 'VV-1', officer: 'CB-1' },
  })),
  open('GET /v1/police/findings', () => ({ path: '/v1/police/findings' })),
  scoped('POST /v1/police/findings/:findingId/open', async (world, worlds) => ({
    path: `/v1/police/findings/${await worlds.newFinding(world)}/open`,
    body: { purpose: 'kiem-tra-luu-tru' },
  })),
  scoped('POST /v1/police/findings/:findingId/decisions', async (world, worlds) => ({
    path: `/v1/police/findings/${await worlds.newFinding(world)}/decisions`,
    body: { decision: 'handled', note: 'Đã xác minh' },
  })),
  open('POST /v1/police/break-glass', () => ({
    path: '/v1/police/break-glass',
    body: { unitId: 'p48', purpose: 'kiem-tra-luu-tru', reason: 'Người mất tích' },
  })),
  open('GET /v1/police/break-glass', () => ({ path: '/v1/police/break-glass' })),
  open('POST /v1/police/break-glass/end', () => ({ path: '/v1/police/break-glass/end', body: {} })),
  open('GET /v1/police/break-glass/reviews', () => ({ path: '/v1/police/break-glass/reviews' })),
  open('GET /v1/police/break-glass/reviews/:breakGlassId', async (world, worlds) => ({
    path: `/v1/police/break-glass/reviews/${await worlds.newBreakGlass(world, 'over')}`,
  })),
  open('POST /v1/police/break-glass/reviews/:breakGlassId', async (world, worlds) => ({
    path: `/v1/police/break-glass/reviews/${await worlds.newBreakGlass(world, 'over')}`,
    body: { verdict: 'justified', note: 'Đúng quy định' },
  })),
  open('POST /v1/police/break-glass/reviews/:breakGlassId/end', async (world, worlds) => ({
    path: `/v1/police/break-glass/reviews/${await worlds.newBreakGlass(world, 'open')}/end`,
  })),
];

const act = (action: 'acknowledge' | 'hand-over' | 'close', body: object): RouteCase =>
  scoped(`POST /v1/police/alerts/:alertId/${action}`, async (world, worlds) => ({
    path: `/v1/police/alerts/${await worlds.newAlert(world, action === 'acknowledge' ? 'open' : 'acknowledged')}/${action}`,
    body: { version: 1, ...body },
  }));

const DUTY_DESK: readonly RouteCase[] = [
  open('GET /v1/police/alerts', () => ({ path: '/v1/police/alerts' })),
  open('GET /v1/police/alerts/events', () => ({ path: '/v1/police/alerts/events?seconds=0' })),
  scoped('GET /v1/police/alerts/:alertId', async (world, worlds) => ({
    path: `/v1/police/alerts/${await worlds.newAlert(world, 'open')}`,
  })),
  act('acknowledge', {}),
  act('hand-over', { to: 'supervisor', note: 'Bàn giao ca' }),
  act('close', { outcome: 'confirmed' }),
  scoped('DELETE /v1/police/alerts/:alertId/decision', async (world, worlds) => ({
    path: `/v1/police/alerts/${await worlds.newAlert(world, 'closed')}/decision`,
  })),
];

/** Lists belong to units of the police, not to the world; test/http/watch-list.spec.ts tries them from other units. */
const WATCH_LISTS: readonly RouteCase[] = [
  open('GET /v1/watch-lists', () => ({ path: '/v1/watch-lists' })),
  open('POST /v1/watch-lists', () => ({
    path: '/v1/watch-lists',
    body: { kind: 'mat-tich', unitId: 'p48', nameVi: 'Mất tích', nameEn: 'Missing', legalBasis: 'Quyết định 1' },
  })),
  open('GET /v1/watch-lists/:listId', async (_world, worlds) => ({
    path: `/v1/watch-lists/${await worlds.newWatchList()}`,
  })),
  open('POST /v1/watch-lists/:listId/changes', async (_world, worlds) => ({
    path: `/v1/watch-lists/${await worlds.newWatchList()}/changes`,
    body: { thresholdPercent: 90 },
  })),
  open('POST /v1/watch-lists/:listId/withdrawal', async (_world, worlds) => ({
    path: `/v1/watch-lists/${await worlds.newWatchList()}/withdrawal`,
  })),
  open('GET /v1/watch-lists/entry-template', () => ({ path: '/v1/watch-lists/entry-template' })),
  open('GET /v1/watch-lists/:listId/entries', async (_world, worlds) => ({
    path: `/v1/watch-lists/${(await worlds.newWatchListEntry()).listId}/entries`,
  })),
  open('GET /v1/watch-lists/:listId/entries/:entryId', async (_world, worlds) => {
    const { listId, entryId } = await worlds.newWatchListEntry();
    return { path: `/v1/watch-lists/${listId}/entries/${entryId}` };
  }),
  open('POST /v1/watch-lists/:listId/entries', async (_world, worlds) => ({
    path: `/v1/watch-lists/${await worlds.newWatchList()}/entries`,
    body: { changes: [{ action: 'add', entry: { names: ['Nguyễn Văn Mẫu'], birthDates: ['1990-08'] } }] },
  })),
  open('POST /v1/watch-lists/:listId/import', async (_world, worlds) => ({
    path: `/v1/watch-lists/${await worlds.newWatchList()}/import?mode=propose`,
    body: Buffer.from('Họ tên,Ngày sinh\nNguyễn Văn Mẫu,1990\n'),
  })),
  open('GET /v1/watch-list-proposals', () => ({ path: '/v1/watch-list-proposals' })),
  open('GET /v1/watch-list-proposals/:proposalId', async (_world, worlds) => ({
    path: `/v1/watch-list-proposals/${await worlds.newProposal()}`,
  })),
  open('POST /v1/watch-list-proposals/:proposalId/approve', async (_world, worlds) => ({
    path: `/v1/watch-list-proposals/${await worlds.newProposal()}/approve`,
  })),
  open('POST /v1/watch-list-proposals/:proposalId/refuse', async (_world, worlds) => ({
    path: `/v1/watch-list-proposals/${await worlds.newProposal()}/refuse`,
    body: { reason: 'Thiếu quyết định' },
  })),
  open('POST /v1/watch-list-proposals/:proposalId/cancel', async (_world, worlds) => ({
    path: `/v1/watch-list-proposals/${await worlds.newProposal(true)}/cancel`,
  })),
];

/** What the police do, besides what other people do too. */
export const POLICE_ROUTE_CASES: readonly RouteCase[] = [
  ...SUPERVISION,
  ...COMPLIANCE,
  ...STATISTICS,
  ...PERSONS,
  ...DUTY_DESK,
  ...WATCH_LISTS,
];
