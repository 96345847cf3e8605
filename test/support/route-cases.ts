import type { Test } from 'supertest';
import { uuidV7 } from '@luutru/platform';
import { guest } from './builders';
import { portalForeigner, portalGuest } from './portal-client';
import type { World, Worlds } from './world';

/** One request that a route answers with success to whoever may make it. */
export interface RouteRequest {
  readonly path: string;
  readonly body?: object;
  /** Idempotency-Key, where one must be sent. */
  readonly key?: string;
}

/** Sends a body as what it is: a file as its bytes, anything else as JSON. */
export function withBody(sent: Test, body: object | undefined, key?: string): Test {
  if (key !== undefined) void sent.set('Idempotency-Key', key);
  if (body === undefined) return sent;
  return Buffer.isBuffer(body) ? sent.set('Content-Type', 'application/octet-stream').send(body) : sent.send(body);
}

/** How to call a route about a world; what it uses up is made anew each time. */
export interface RouteCase {
  readonly route: string;
  /** It names a record or a facility of the world, so that from another world it must be out of reach. */
  readonly scoped: boolean;
  readonly request: (world: World, worlds: Worlds) => RouteRequest | Promise<RouteRequest>;
}

let serial = 0;
const reference = (): string => `R-${(serial += 1)}`;

const scoped = (route: string, request: RouteCase['request']): RouteCase => ({ route, scoped: true, request });
const open = (route: string, request: RouteCase['request']): RouteCase => ({ route, scoped: false, request });

const ACTION_BODIES = {
  'check-out': {},
  'leave-early': {},
  extend: { expectedDepartureAt: '2026-11-27T12:00' },
  'undo-check-out': {},
  correct: { changes: { place: { room: '305' } } },
  cancel: { reason: 'khong-den' },
};

/** What machines do as well as people. */
export const MACHINE_ROUTE_CASES: readonly RouteCase[] = [
  scoped('POST /v1/stays', ({ hotel }) => ({
    path: '/v1/stays',
    body: { ...guest({ externalRef: reference() }), facilityId: hotel.code },
  })),
  scoped('POST /v1/stays/validate', ({ hotel }) => ({
    path: '/v1/stays/validate',
    body: { ...guest(), facilityId: hotel.code },
  })),
  scoped('GET /v1/stays', ({ hotel }) => ({ path: `/v1/stays?facilityId=${hotel.code}` })),
  scoped('GET /v1/stays/:stayId', ({ stayId }) => ({ path: `/v1/stays/${stayId}` })),
  ...(['check-out', 'leave-early', 'extend', 'undo-check-out', 'correct', 'cancel'] as const).map((action) =>
    scoped(`POST /v1/stays/:stayId/${action}`, async (world, worlds) => ({
      path: `/v1/stays/${await worlds.newStay(world, action === 'undo-check-out')}/${action}`,
      body: { version: action === 'undo-check-out' ? 2 : 1, ...ACTION_BODIES[action] },
    })),
  ),
  open('POST /v1/stays/check-out', async (world, worlds) => ({
    path: '/v1/stays/check-out',
    body: { stays: [{ stayId: await worlds.newStay(world), version: 1 }] },
  })),
  scoped('POST /v1/stays/group', ({ hotel }) => ({
    path: '/v1/stays/group',
    body: {
      facilityId: hotel.code,
      kind: 'guest',
      expectedDepartureAt: '2026-11-25T12:00',
      reason: 1,
      place: { room: '203' },
      persons: [{ person: guest().person }],
    },
    key: reference(),
  })),
  scoped('POST /v1/stays/suggestions', ({ hotel }) => ({
    path: '/v1/stays/suggestions',
    body: { facilityId: hotel.code, text: 'tran binh' },
  })),
  scoped('GET /v1/trips', ({ operator }) => ({ path: `/v1/trips?facilityId=${operator.code}` })),
  scoped('POST /v1/trips/:tripId/actions', async (world, worlds) => ({
    path: `/v1/trips/${await worlds.newTrip(world)}/actions`,
    body: { action: 'depart', version: 1 },
  })),
  scoped('POST /v1/trips/:tripId/passengers', ({ tripId }) => ({
    path: `/v1/trips/${tripId}/passengers`,
    body: {
      passengers: [{ person: guest().person, place: { seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' } }],
    },
    key: reference(),
  })),
  scoped('POST /v1/patients/discharge', ({ hospital }) => ({
    path: '/v1/patients/discharge',
    body: { facilityId: hospital.code, patients: [{ recordNumber: 'BA-KHONG-CO' }] },
    key: reference(),
  })),
  scoped('POST /v1/patients/:patientId/actions', async (world, worlds) => ({
    path: `/v1/patients/${await worlds.newPatient(world)}/actions`,
    body: { action: 'discharge', version: 1 },
  })),
  scoped('GET /v1/stays/:stayId/history', ({ stayId }) => ({ path: `/v1/stays/${stayId}/history` })),
  scoped('GET /v1/stays/:stayId/receipt', ({ stayId }) => ({ path: `/v1/stays/${stayId}/receipt` })),
  scoped('GET /v1/stays/:stayId/receipt.pdf', ({ stayId }) => ({ path: `/v1/stays/${stayId}/receipt.pdf` })),
  scoped('GET /v1/facilities/:facility/digests/:day', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/digests/2026-11-20`,
  })),
  scoped('POST /v1/trips', ({ operator }) => ({
    path: '/v1/trips',
    body: {
      facilityId: operator.code,
      externalRef: reference(),
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    },
  })),
  scoped('GET /v1/trips/:tripId', ({ tripId }) => ({ path: `/v1/trips/${tripId}` })),
  scoped('POST /v1/patients', ({ hospital }) => ({
    path: '/v1/patients',
    body: { facilityId: hospital.code, recordNumber: reference(), department: 'NOI' },
  })),
  scoped('GET /v1/patients/:patientId', ({ patientId }) => ({ path: `/v1/patients/${patientId}` })),
  scoped('POST /client-service/kbtt-vn/kbtt-3th', ({ hotel }) => ({
    path: `/client-service/kbtt-vn/kbtt-3th?cslt=${hotel.code}`,
    body: [portalGuest()],
  })),
  scoped('POST /client-service/kbtt/kbtt-3th', ({ hotel }) => ({
    path: `/client-service/kbtt/kbtt-3th?cslt=${hotel.code}`,
    body: [portalForeigner(`P${(serial += 1)}`)],
  })),
  ...['kbtt-vn', 'kbtt'].map((service) =>
    scoped(`POST /client-service/${service}/kbtt-3th/doi-ngay-tra-phong`, async (world, worlds) => ({
      path: `/client-service/${service}/kbtt-3th/doi-ngay-tra-phong?cslt=${world.hotel.code}`,
      body: [{ loai: 'TS', loaiGiayTo: 1, soGiayTo: await worlds.newGuest(world) }],
    })),
  ),
  scoped('POST /v1/webhooks', async (world, worlds) => {
    await worlds.removeWebhooks(world);
    return { path: '/v1/webhooks', body: { facilityId: world.hotel.code, url: 'https://8.8.8.8/hook' } };
  }),
  scoped('GET /v1/webhooks', ({ hotel }) => ({ path: `/v1/webhooks?facilityId=${hotel.code}` })),
  scoped('DELETE /v1/webhooks/:endpointId', async (world, worlds) => ({
    path: `/v1/webhooks/${await worlds.newWebhook(world)}`,
  })),
  ...['rotate', 'test', 'replay'].map((action) =>
    scoped(`POST /v1/webhooks/:endpointId/${action}`, async (world, worlds) => ({
      path: `/v1/webhooks/${await worlds.newWebhook(world)}/${action}`,
      ...(action === 'replay' && { body: {} }),
    })),
  ),
  scoped('GET /v1/webhooks/:endpointId/deliveries', async (world, worlds) => ({
    path: `/v1/webhooks/${await worlds.newWebhook(world)}/deliveries`,
  })),
  scoped('POST /v1/batches', ({ hotel }) => ({
    path: `/v1/batches?facilityId=${hotel.code}&again=true`,
    body: Buffer.from(JSON.stringify(guest())),
  })),
  scoped('GET /v1/batches', ({ hotel }) => ({ path: `/v1/batches?facilityId=${hotel.code}` })),
  scoped('GET /v1/batches/:batchId', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newBatch(world, 'received')}`,
  })),
  scoped('GET /v1/batches/:batchId/rows', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newBatch(world, 'received')}/rows`,
  })),
  scoped('GET /v1/batches/:batchId/events', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newBatch(world, 'done')}/events`,
  })),
  scoped('GET /v1/batches/:batchId/result', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newBatch(world, 'done')}/result`,
  })),
  scoped('POST /v1/batches/:batchId/commit', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newBatch(world, 'validated')}/commit`,
    body: { policy: 'valid-rows' },
  })),
  scoped('POST /v1/batches/:batchId/cancel', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newBatch(world, 'received')}/cancel`,
  })),
  scoped('GET /v1/templates/:form', ({ hotel }) => ({ path: `/v1/templates/portal?facilityId=${hotel.code}` })),
  scoped('GET /v1/exports/stays', ({ hotel }) => ({ path: `/v1/exports/stays?format=csv&facilityId=${hotel.code}` })),
  open('GET /v1/facilities', () => ({ path: '/v1/facilities' })),
];

const OWNER: readonly RouteCase[] = [
  scoped('GET /v1/facilities/:facility/staff', ({ hotel }) => ({ path: `/v1/facilities/${hotel.code}/staff` })),
  scoped('POST /v1/facilities/:facility/staff', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/staff`,
    body: { displayName: 'Nhân Viên Mới', username: `nhan.vien${(serial += 1)}` },
  })),
  scoped('POST /v1/facilities/:facility/staff/:accountId/reset', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/staff/${await worlds.newClerk(world)}/reset`,
  })),
  scoped('DELETE /v1/facilities/:facility/staff/:accountId', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/staff/${await worlds.newClerk(world)}`,
  })),
  scoped('PATCH /v1/facilities/:facility', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}`,
    body: { rooms: [{ code: '203', beds: 2 }] },
  })),
  scoped('GET /v1/facilities/:facility/delegations', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/delegations`,
  })),
  scoped('PUT /v1/facilities/:facility/delegations/:vendor', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/delegations/${await worlds.newDelegation(world)}`,
    body: { permissions: ['stay.declare'] },
  })),
  scoped('DELETE /v1/facilities/:facility/delegations/:vendor', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/delegations/${await worlds.newDelegation(world)}`,
  })),
  scoped('GET /v1/facilities/:facility/api-keys', ({ hotel }) => ({ path: `/v1/facilities/${hotel.code}/api-keys` })),
  scoped('POST /v1/facilities/:facility/api-keys', async (world, worlds) => {
    await worlds.revokeApiKeys(world);
    return { path: `/v1/facilities/${world.hotel.code}/api-keys`, body: { label: 'Phần mềm' } };
  }),
  scoped('DELETE /v1/facilities/:facility/api-keys/:keyId', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/api-keys/${await worlds.newApiKey(world)}`,
  })),
  scoped('PUT /v1/facilities/:facility/kbtt-account', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/kbtt-account`,
    body: { username: 'cslt', password: 'mật khẩu' },
  })),
  ...(['GET', 'DELETE'] as const).map((method) =>
    scoped(`${method} /v1/facilities/:facility/kbtt-account`, async (world, worlds) => {
      await worlds.newKbttAccount(world);
      return { path: `/v1/facilities/${world.hotel.code}/kbtt-account` };
    }),
  ),
  scoped('GET /v1/facilities/:facility/corrections', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/corrections`,
  })),
  scoped('POST /v1/corrections/:requestId/answer', async (world, worlds) => ({
    path: `/v1/corrections/${await worlds.newCorrection(world)}/answer`,
    body: { decision: 'accepted', text: 'Đã sửa' },
  })),
];

const supervise = (action: 'suspend' | 'reinstate' | 'close'): RouteCase =>
  scoped(`POST /v1/facilities/:facilityId/${action}`, async (world, worlds) => {
    const facility = await worlds.newFacility(world, action === 'reinstate' ? 'suspended' : 'active');
    return { path: `/v1/facilities/${facility.facilityId}/${action}`, body: { reason: 'Kiểm tra' } };
  });

const POLICE: readonly RouteCase[] = [
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

const ADMINISTRATOR: readonly RouteCase[] = [
  open('GET /v1/accounts', () => ({ path: '/v1/accounts' })),
  open('POST /v1/accounts', () => ({
    path: '/v1/accounts',
    body: { displayName: 'Cán Bộ Mới', username: `can.bo${(serial += 1)}` },
  })),
  open('POST /v1/accounts/:accountId/grants', async (world, worlds) => ({
    path: `/v1/accounts/${await worlds.newClerk(world)}/grants`,
    body: { role: 'ward-police', scope: { kind: 'unit', id: world.wardId } },
  })),
  open('DELETE /v1/accounts/:accountId/grants/:grantId', async (world, worlds) => {
    const { accountId, grantId } = await worlds.newGrant(world);
    return { path: `/v1/accounts/${accountId}/grants/${grantId}` };
  }),
  open('POST /v1/accounts/:accountId/disable', async (world, worlds) => ({
    path: `/v1/accounts/${await worlds.newClerk(world)}/disable`,
    body: { reason: 'Nghỉ việc' },
  })),
  open('POST /v1/accounts/:accountId/restore', async (world, worlds) => ({
    path: `/v1/accounts/${await worlds.newClerk(world)}/restore`,
  })),
];

const DELIVERY: readonly RouteCase[] = [
  open('GET /v1/delivery/status', () => ({ path: '/v1/delivery/status' })),
  open('GET /v1/delivery/dead-letters', () => ({ path: '/v1/delivery/dead-letters?limit=5' })),
  open('POST /v1/delivery/replay', async (world, worlds) => ({
    path: '/v1/delivery/replay',
    body: { outboxId: await worlds.newDeadLetter(world) },
  })),
  ...['pause', 'resume'].map((action) =>
    open(`POST /v1/delivery/${action}`, () => ({
      path: `/v1/delivery/${action}`,
      body: { reason: 'CSDL quốc gia bảo trì' },
    })),
  ),
];

const PARTNER_KEYS: readonly RouteCase[] = [
  open('GET /v1/partner-keys', () => ({ path: '/v1/partner-keys' })),
  open('POST /v1/partner-keys', ({ wardId }) => ({
    path: '/v1/partner-keys',
    body: { label: 'Hệ thống', unitId: wardId, signatureKey: 'A'.repeat(43) },
  })),
  open('DELETE /v1/partner-keys/:keyId', async ({ wardId }, worlds) => ({
    path: `/v1/partner-keys/${(await worlds.newPartnerKey(wardId)).id}`,
  })),
];

const AUDITOR: readonly RouteCase[] = [
  open('GET /v1/audit/entries', () => ({ path: '/v1/audit/entries?limit=5' })),
  open('GET /v1/audit/seal', () => ({ path: '/v1/audit/seal' })),
  open('POST /v1/audit/verifications', () => ({ path: '/v1/audit/verifications', body: { from: '2026-11-22' } })),
];

const CITIZEN: readonly RouteCase[] = [
  open('GET /v1/self/stays', () => ({ path: '/v1/self/stays' })),
  open('GET /v1/self/looks', () => ({ path: '/v1/self/looks' })),
  open('GET /v1/self/corrections', () => ({ path: '/v1/self/corrections' })),
  scoped('POST /v1/self/corrections', async (world, worlds) => {
    await worlds.closeCorrections(world);
    return { path: '/v1/self/corrections', body: { stayId: world.stayId, text: 'Sai ngày sinh' } };
  }),
];

/** Every route with a permission. test/http/matrix.spec.ts fails when one is missing. */
export const ROUTE_CASES: readonly RouteCase[] = [
  ...MACHINE_ROUTE_CASES,
  ...OWNER,
  ...POLICE,
  ...COMPLIANCE,
  ...PERSONS,
  ...DUTY_DESK,
  ...WATCH_LISTS,
  ...ADMINISTRATOR,
  ...DELIVERY,
  ...PARTNER_KEYS,
  ...AUDITOR,
  ...CITIZEN,
];

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export const methodOf = ({ route }: RouteCase): Method => route.split(' ')[0]?.toLowerCase() as Method;

/** A world that does not exist, of the same form. */
export const nowhere = (): World => {
  const id = (): string => uuidV7(new Date());
  const facility = () => ({ facilityId: id(), code: `T-NO${(serial += 1)}` });
  return {
    wardId: 'w20410',
    chainId: id(),
    hotel: facility(),
    hospital: facility(),
    operator: facility(),
    key: '',
    stayId: id(),
    tripId: id(),
    patientId: id(),
    guestNumber: '',
  };
};
