import { uuidV7 } from '@luutru/platform';
import { guest } from './builders';
import { portalForeigner, portalGuest } from './portal-client';
import { open, type RouteCase, scoped } from './route-case';
import { AUTHORITY_ROUTE_CASES } from './route-cases.authority';
import { POLICE_ROUTE_CASES } from './route-cases.police';
import type { World } from './world';

export { type RouteCase, type RouteRequest, withBody } from './route-case';

let serial = 0;
const reference = (): string => `R-${(serial += 1)}`;

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
  scoped('GET /v1/facilities/:facility/guest-entries', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/guest-entries`,
  })),
  scoped('GET /v1/facilities/:facility/guest-entries/count', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/guest-entries/count`,
  })),
  scoped('POST /v1/facilities/:facility/guest-entries/:entryId/open', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/guest-entries/${await worlds.newGuestEntry(world)}/open`,
  })),
  scoped('POST /v1/facilities/:facility/guest-entries/:entryId/refuse', async (world, worlds) => ({
    path: `/v1/facilities/${world.hotel.code}/guest-entries/${await worlds.newGuestEntry(world)}/refuse`,
    body: { reason: 'not-here' },
  })),
  scoped('GET /v1/facilities/:facility/desk-link', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/desk-link`,
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
  scoped('GET /v1/batches/:batchId/faulty', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newRefusedRow(world)}/faulty`,
  })),
  scoped('POST /v1/batches/:batchId/mended', async (world, worlds) => ({
    path: `/v1/batches/${await worlds.newRefusedRow(world)}/mended`,
    body: { rows: [{ row: 2, values: { fullName: 'Trần Thị Bình' } }] },
    key: reference(),
  })),
  scoped('GET /v1/templates/:form/columns', ({ hotel }) => ({
    path: `/v1/templates/portal/columns?facilityId=${hotel.code}`,
  })),
  scoped('GET /v1/templates/:form', ({ hotel }) => ({ path: `/v1/templates/portal?facilityId=${hotel.code}` })),
  scoped('GET /v1/exports/stays', ({ hotel }) => ({ path: `/v1/exports/stays?format=csv&facilityId=${hotel.code}` })),
  open('GET /v1/facilities', () => ({ path: '/v1/facilities' })),
];

const OWNER: readonly RouteCase[] = [
  scoped('POST /v1/facilities/:facility/desk-link', ({ hotel }) => ({
    path: `/v1/facilities/${hotel.code}/desk-link`,
    body: {},
  })),
  scoped('DELETE /v1/facilities/:facility/desk-link', async (world, worlds) => {
    await worlds.newDeskLink(world);
    return { path: `/v1/facilities/${world.hotel.code}/desk-link` };
  }),
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

const ADMINISTRATOR: readonly RouteCase[] = [
  open('GET /v1/accounts', () => ({ path: '/v1/accounts' })),
  open('GET /v1/roles', () => ({ path: '/v1/roles' })),
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

/** Nobody but an operations centre's own system may call these; test/http/ioc.spec.ts does. */
const IOC: readonly RouteCase[] = [
  ...['now', 'days', 'months', 'areas', 'sync', 'changes'].map((resource) =>
    open(`GET /v1/ioc/${resource}`, () => ({ path: `/v1/ioc/${resource}` })),
  ),
  open('GET /v1/ioc/webhooks', () => ({ path: '/v1/ioc/webhooks' })),
  open('POST /v1/ioc/webhooks', () => ({ path: '/v1/ioc/webhooks', body: { url: 'https://8.8.8.8/hook' } })),
  open('POST /v1/ioc/webhooks/:endpointId/rotate', () => ({ path: `/v1/ioc/webhooks/${uuidV7(new Date())}/rotate` })),
  open('DELETE /v1/ioc/webhooks/:endpointId', () => ({ path: `/v1/ioc/webhooks/${uuidV7(new Date())}` })),
  open('GET /r1/:instance/:memberClass/:memberCode/:subsystem/:service/:resource', () => ({
    path: '/r1/VN/GOV/48/luutru/ioc/now',
  })),
];

const AUDITOR: readonly RouteCase[] = [
  open('GET /v1/audit/entries', () => ({ path: '/v1/audit/entries?limit=5' })),
  open('GET /v1/audit/seal', () => ({ path: '/v1/audit/seal' })),
  open('POST /v1/audit/verifications', () => ({ path: '/v1/audit/verifications', body: { from: '2026-11-22' } })),
];

const CITIZEN: readonly RouteCase[] = [
  open('GET /v1/self/stays', () => ({ path: '/v1/self/stays' })),
  scoped('GET /v1/self/stays/:stayId/receipt', ({ stayId }) => ({ path: `/v1/self/stays/${stayId}/receipt` })),
  scoped('GET /v1/self/stays/:stayId/receipt.pdf', ({ stayId }) => ({
    path: `/v1/self/stays/${stayId}/receipt.pdf`,
  })),
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
  ...POLICE_ROUTE_CASES,
  ...AUTHORITY_ROUTE_CASES,
  ...ADMINISTRATOR,
  ...DELIVERY,
  ...PARTNER_KEYS,
  ...IOC,
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
