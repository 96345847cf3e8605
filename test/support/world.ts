import { randomBytes } from 'node:crypto';
import { issueApiKey, PartnerKeyService, type PartnerUse, type Role, type Scope } from '@luutru/access';
import { PolicyProposalService } from '@luutru/authority';
import { INDICATOR_IDS } from '@luutru/compliance';
import { localDate } from '@luutru/calendar';
import { KeyRing, monthScope, STANDING_SCOPE, uuidV7 } from '@luutru/platform';
import { type BuiltFacility, guest, nextPersonalNumber, NORTHBOUND } from './builders';
import { entered, newDeskLink } from './guest-entries';
import type { IdentityProvider } from './identity-provider';
import { type Browser, People } from './people';
import { policyContent } from './route-cases.authority';
import type { TestApi } from './test-api';
import { WatchBuilder } from './watch-lists';

const FIGURES = INDICATOR_IDS.filter((id) => id !== 'silence');

/** A chain of a hotel, a hospital and a bus operator in one ward, with one record of each sort and a guest. */
export interface World {
  readonly wardId: string;
  readonly chainId: string;
  readonly hotel: BuiltFacility;
  readonly hospital: BuiltFacility;
  readonly operator: BuiltFacility;
  /** A machine's key for all three. */
  readonly key: string;
  readonly stayId: string;
  readonly tripId: string;
  readonly patientId: string;
  readonly guestNumber: string;
}

/** Makes worlds, what is in them to be used up, and the people who belong to them. */
export class Worlds {
  private readonly people: People;
  private readonly watch: WatchBuilder;
  /** The account that signed in last. */
  private latest = '';

  constructor(
    private readonly api: TestApi,
    /** Only worlds with citizens need it. */
    private readonly provider?: IdentityProvider,
  ) {
    this.people = new People(api.app, api.clock);
    this.watch = new WatchBuilder(api);
  }

  async create(wardId: string): Promise<World> {
    const { api } = this;
    const chainId = uuidV7(new Date());
    await api.build.rows(`INSERT INTO facility_chain VALUES ($1, 'Chuỗi Thử Nghiệm')`, [chainId]);
    const hotel = await api.build.facility({ wardId, chainId });
    const hospital = await api.build.facility({ wardId, chainId, kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const bus = { kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] };
    const operator = await api.build.facility({ wardId, chainId, ...bus });
    const key = await api.build.apiKey([hotel, hospital, operator]);
    const guestNumber = nextPersonalNumber();
    const document = { type: 1, number: guestNumber };
    const stay = await api.declare(key, { ...guest({}, { document }), facilityId: hotel.code });
    const trip = await api.call('post', '/v1/trips', key).send({
      facilityId: operator.code,
      externalRef: 'T',
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    });
    const patient = await api
      .call('post', '/v1/patients', key)
      .send({ facilityId: hospital.code, recordNumber: 'BA', department: 'NOI' });
    const { stayId } = stay.body as { stayId: string };
    const { tripId } = trip.body as { tripId: string };
    const { patientId } = patient.body as { patientId: string };
    return { wardId, chainId, hotel, hospital, operator, key, stayId, tripId, patientId, guestNumber };
  }

  /** Somebody of the world signed in with a role; the citizen is its guest. */
  async person(world: World, role: Role): Promise<Browser> {
    if (role === 'citizen') return this.citizen(world.guestNumber);
    const { accountId, browser } = await this.people.signedIn(role, scopeOf(role, world));
    this.latest = accountId;
    return browser;
  }

  /** A supervisor of the officers of one ward. */
  async supervisor(wardId: string): Promise<Browser> {
    return (await this.people.signedIn('police-supervisor', { kind: 'unit', id: wardId })).browser;
  }

  async citizen(personalNumber: string): Promise<Browser> {
    const person = { fullName: 'Trần Thị Bình', birthDate: '1990-08-15', sex: 'F', level: 2 } as const;
    if (!this.provider) throw new Error('Worlds without an identity provider have no citizens');
    await this.provider.introduce({ personalNumber, ...person });
    return this.provider.signIn(this.api.app, personalNumber);
  }

  /** A stay of a new guest of the hotel; checked out already when asked for. */
  async newStay({ hotel, key }: World, departed = false): Promise<string> {
    const declared = await this.api.declare(key, { ...guest(), facilityId: hotel.code });
    const { stayId } = declared.body as { stayId: string };
    if (departed) await this.api.call('post', `/v1/stays/${stayId}/check-out`, key).send({ version: 1 });
    return stayId;
  }

  /** The link of the hotel's desk. */
  async newDeskLink({ hotel }: World): Promise<string> {
    return newDeskLink(this.api, hotel);
  }

  /** What a guest of the hotel entered, and waits. */
  async newGuestEntry(world: World): Promise<string> {
    return (await entered(this.api, await this.newDeskLink(world))).entryId;
  }

  /** An outage long ago, which moves no deadline of these days. */
  async newOutage(): Promise<string> {
    const [row] = await this.api.build.rows<{ id: string }>(
      `INSERT INTO outage (outage_id, started_at, ended_at, source, reason_vi, reason_en, declared_by, recorded_at)
       VALUES (gen_random_uuid(), '2026-01-01', '2026-01-01 01:00', 'declared', 'x', 'x', 'test', now()) RETURNING outage_id AS id`,
    );
    return row?.id ?? '';
  }

  /** An event of a new stay of the hotel that was set aside. */
  async newDeadLetter(world: World): Promise<string> {
    const [row] = await this.api.build.rows<{ id: string }>(
      `UPDATE outbox SET state = 'dead', last_error = 'INVALID', finished_at = now() WHERE stay_id = $1 RETURNING outbox_id AS id`,
      [await this.newStay(world)],
    );
    return row?.id ?? '';
  }

  /** The only endpoint of the hotel. */
  async newWebhook(world: World): Promise<string> {
    await this.removeWebhooks(world);
    const sent = await this.api
      .call('post', '/v1/webhooks', world.key)
      .send({ facilityId: world.hotel.code, url: 'https://8.8.8.8/hook' });
    return (sent.body as { endpointId: string }).endpointId;
  }

  /** A user at the national portal; nobody signs in with it. */
  async newKbttAccount({ hotel }: World): Promise<void> {
    await this.api.build.rows(
      `INSERT INTO kbtt_account (facility_id, username, password_sealed, state, created_at, created_by)
       VALUES ($1, 'cslt', '\\x00', 'active', now(), 'person:test') ON CONFLICT DO NOTHING`,
      [hotel.facilityId],
    );
  }

  async removeWebhooks({ hotel }: World): Promise<void> {
    await this.api.build.rows(`UPDATE webhook_endpoint SET state = 'removed' WHERE facility_id = $1`, [
      hotel.facilityId,
    ]);
  }

  async newTrip({ operator, key }: World): Promise<string> {
    const sent = await this.api.call('post', '/v1/trips', key).send({
      facilityId: operator.code,
      externalRef: randomBytes(6).toString('hex'),
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    });
    return (sent.body as { tripId: string }).tripId;
  }

  async newPatient({ hospital, key }: World): Promise<string> {
    const recordNumber = randomBytes(6).toString('hex');
    const sent = await this.api
      .call('post', '/v1/patients', key)
      .send({ facilityId: hospital.code, recordNumber, department: 'NOI' });
    return (sent.body as { patientId: string }).patientId;
  }

  /** A stay of somebody without papers, of whom the police has been told. */
  async newNotice({ hotel, key }: World): Promise<string> {
    const document = { type: 9, number: undefined, description: 'Không có giấy tờ' };
    const declared = await this.api.declare(key, { ...guest({}, { document }), facilityId: hotel.code });
    return (declared.body as { stayId: string }).stayId;
  }

  /** A notice about an officer of the world's ward. */
  async newSearchNotice({ wardId }: World): Promise<string> {
    const [row] = await this.api.build.rows<{ id: string }>(
      `INSERT INTO search_notice (notice_id, officer_id, unit_ids, kind, at, hour, count)
       VALUES (gen_random_uuid(), gen_random_uuid()::text, ARRAY[$1], 'searches-per-hour', now(), now(), 60)
       RETURNING notice_id AS id`,
      [wardId],
    );
    return row?.id ?? '';
  }

  /** A note on a visit to the hotel, which the hotel may see. */
  async newNote({ hotel }: World, shared = true): Promise<string> {
    const id = uuidV7(new Date());
    const keys = this.api.app.get(KeyRing, { strict: false });
    const text = await keys.seal(STANDING_SCOPE, 'compliance_note', 'text_sealed', id, 'Kiểm tra đêm');
    await this.api.build.rows(
      `INSERT INTO compliance_note VALUES ($1, $2, 1, 'write', '2026-11-20', '{khai-muon}', NULL, $3, false, $4, 'test', now())`,
      [hotel.facilityId, id, shared, text],
    );
    return id;
  }

  /** Makes sure that the hotel has been reckoned, as one against which nothing speaks. */
  async newStanding({ hotel }: World): Promise<void> {
    const figures = Object.fromEntries(FIGURES.map((id) => [id, { count: 0, of: 0 }]));
    const silence = { state: 'declaring', since: null, days: 0, expected: 0, chance: 1, basis: 'none', usual: [] };
    await this.api.build.rows(
      `INSERT INTO compliance_standing VALUES ($1, 0, '{}', $2, $3, '2026-11-23', now()) ON CONFLICT DO NOTHING`,
      [hotel.facilityId, silence, figures],
    );
  }

  /** The number of somebody new in the hotel. */
  async newGuest({ hotel, key }: World): Promise<string> {
    const number = nextPersonalNumber();
    await this.api.declare(key, { ...guest({}, { document: { type: 1, number } }), facilityId: hotel.code });
    return number;
  }

  /** A batch of the hotel's with one guest as a JSON line, in a state. */
  async newBatch({ hotel, key }: World, state: 'received' | 'validated' | 'done'): Promise<string> {
    const sent = await this.api
      .call('post', `/v1/batches?facilityId=${hotel.code}&again=true`, key)
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(JSON.stringify(guest())));
    const { batchId } = sent.body as { batchId: string };
    await this.api.build.rows('UPDATE batch SET state = $2 WHERE batch_id = $1', [batchId, state]);
    return batchId;
  }

  /** A batch whose row 2 was refused. */
  async newRefusedRow(world: World): Promise<string> {
    const batchId = await this.newBatch(world, 'done');
    const day = localDate(this.api.clock.now());
    const cells = JSON.stringify({ fullName: 'Trần Thị Bình 1' });
    const keys = this.api.app.get(KeyRing);
    const sealed = await keys.seal(monthScope(day), 'batch_row_cells', 'cells_sealed', batchId, cells);
    const { facilityId } = world.hotel;
    await this.api.build.rows(`UPDATE batch SET form = 'portal' WHERE batch_id = $1`, [batchId]);
    await this.api.build.rows(
      `INSERT INTO batch_row (facility_id, batch_id, place, row_number, outcome) VALUES ($1, $2, 0, 2, 'rejected')`,
      [facilityId, batchId],
    );
    await this.api.build.rows(
      `INSERT INTO batch_row_cells (facility_id, batch_id, place, row_number, cells_sealed, sealed_on)
       VALUES ($1, $2, 0, 2, $3, $4)`,
      [facilityId, batchId, sealed, day],
    );
    return batchId;
  }

  /** An alert about the world's guest. */
  async newAlert({ stayId }: World, state: 'open' | 'acknowledged' | 'closed'): Promise<string> {
    return this.watch.alert(stayId, state);
  }

  async newWatchList(): Promise<string> {
    return this.watch.list();
  }

  async newWatchListEntry(): Promise<{ listId: string; entryId: string }> {
    const listId = await this.watch.list();
    return { listId, entryId: await this.watch.entry(listId) };
  }

  /** A proposal of somebody else's, or of whoever signed in last. */
  async newProposal(own = false): Promise<string> {
    return this.watch.proposal(await this.watch.list(), ...(own ? [this.latest] : []));
  }

  /** A proposal about the policy of the transport authority, of somebody else's, or of whoever signed in last. */
  async newPolicyProposal(own = false): Promise<string> {
    const proposals = this.api.app.get(PolicyProposalService);
    const principal = {
      kind: 'person',
      id: own ? this.latest : uuidV7(new Date()),
      grants: [],
      ownIndexes: [],
    } as const;
    const { proposalId } = await proposals.propose({ principal, requestId: 'test' }, 'transport-analyst', {
      ...policyContent(),
      staysForm: null,
    });
    return proposalId;
  }

  async newFacility(world: World, status: 'active' | 'suspended' = 'active'): Promise<BuiltFacility> {
    return this.api.build.facility({ wardId: world.wardId, status });
  }

  async newFacilityWithHistory(world: World): Promise<BuiltFacility> {
    const facility = await this.newFacility(world);
    await this.api.build.rows(`INSERT INTO facility_version VALUES ($1, 1, now(), 'test', 'register', NULL, '{}')`, [
      facility.facilityId,
    ]);
    return facility;
  }

  async newApplication(world: World): Promise<string> {
    const ward = { w20410: 'Phường Hội An', w20413: 'Phường Hội An Đông' }[world.wardId];
    const reference = await this.api.call('post', '/v1/facility-applications').send(application(`${ward}, Đà Nẵng`));
    if (reference.status !== 201) throw new Error(reference.text);
    const [row] = await this.api.build.rows<{ id: string }>(
      `SELECT application_id AS id FROM facility_application WHERE reference_hash = sha256($1::bytea)`,
      [(reference.body as { reference: string }).reference],
    );
    return row?.id ?? '';
  }

  /** The only open request for correction of the world's guest. */
  async newCorrection(world: World): Promise<string> {
    await this.closeCorrections(world);
    const citizen = await this.citizen(world.guestNumber);
    const asked = await citizen.send('post', '/v1/self/corrections', { stayId: world.stayId, text: 'Sai ngày sinh' });
    return (asked.body as { requestId: string }).requestId;
  }

  async closeCorrections({ stayId }: World): Promise<void> {
    await this.api.build.rows('DELETE FROM correction_request WHERE stay_id = $1', [stayId]);
  }

  /** The only key that is the hotel's own. */
  async newApiKey({ hotel }: World): Promise<string> {
    await this.revokeApiKeys({ hotel });
    const key = issueApiKey();
    await this.api.build.rows(
      `WITH k AS (INSERT INTO api_key (api_key_id, secret_hash, label, permissions, created_at)
                  VALUES ($1, $2, 'test', '{stay.read}', now()))
       INSERT INTO api_key_facility VALUES ($1, $3)`,
      [key.id, key.secretHash, hotel.facilityId],
    );
    return key.id;
  }

  async revokeApiKeys({ hotel }: Pick<World, 'hotel'>): Promise<void> {
    await this.api.build.rows(
      `UPDATE api_key SET revoked_at = '2026-01-01' WHERE vendor_id IS NULL AND api_key_id IN (
         SELECT api_key_id FROM api_key_facility GROUP BY api_key_id HAVING array_agg(facility_id) = ARRAY[$1::uuid])`,
      [hotel.facilityId],
    );
  }

  /** A vendor, delegated to by the hotel. */
  async newDelegation({ hotel }: World): Promise<string> {
    const code = `V-${randomBytes(4).toString('hex').toUpperCase()}`;
    await this.api.build.rows(
      `WITH v AS (INSERT INTO vendor VALUES (gen_random_uuid(), $1, 'Phần mềm Thử Nghiệm', now()) RETURNING vendor_id)
       INSERT INTO delegation (facility_id, vendor_id, permissions, granted_at, granted_by)
       SELECT $2, vendor_id, '{stay.declare,stay.read}', now(), 'test' FROM v`,
      [code, hotel.facilityId],
    );
    return code;
  }

  /** A clerk of the hotel who has never signed in. */
  async newClerk({ hotel }: World): Promise<string> {
    const scope = { kind: 'facility', id: hotel.facilityId } as const;
    return (await this.people.account({ role: 'facility-clerk', scope, expiresAt: null })).accountId;
  }

  /** That the world's guest is in two places at once, the other of which lies elsewhere. */
  async newFinding({ hotel, stayId }: World): Promise<string> {
    const findingId = uuidV7(new Date());
    await this.api.build.rows(
      `INSERT INTO movement_finding (facility_id, finding_id, stay_id, arrived_on, kind, found_at, from_at, part_count)
       VALUES ($1, $2, $3, '2026-11-23', 'two-places', now(), now(), 2)`,
      [hotel.facilityId, findingId, stayId],
    );
    return findingId;
  }

  /** The key of a police unit's own system, or of an operations centre. */
  async newPartnerKey(
    unitId: string,
    signatureKey = 'A'.repeat(43),
    use: PartnerUse = 'police-search',
    xroadClients: readonly string[] | null = null,
  ): Promise<{ id: string; text: string }> {
    const wanted = {
      label: 'Hệ thống',
      unitId,
      use,
      xroadClients,
      signatureKey,
      expiresAt: null,
      allowedNetworks: null,
    };
    return this.api.app
      .get(PartnerKeyService)
      .create(wanted, { actor: { kind: 'system', id: 'test' }, requestId: null });
  }

  /** A break-glass of an officer of the world's ward, by somebody who has never signed in. */
  async newBreakGlass(world: World, state: 'open' | 'over'): Promise<string> {
    const scope = { kind: 'unit', id: world.wardId } as const;
    const { accountId } = await this.people.account({ role: 'ward-police', scope, expiresAt: null });
    const breakGlassId = uuidV7(new Date());
    const sealed = await this.api.app
      .get(KeyRing)
      .seal(STANDING_SCOPE, 'break_glass', 'reason_sealed', breakGlassId, 'Người mất tích');
    const openedAt = new Date(this.api.clock.now().getTime() - (state === 'over' ? 2 : 0) * 3_600_000);
    await this.api.build.rows(
      `INSERT INTO break_glass (break_glass_id, account_id, home_ward_ids, unit_id, purpose, reason_sealed, opened_at, expires_at)
       VALUES ($1, $2, ARRAY[$3], 'p48', 'kiem-tra-luu-tru', $4, $5, $5::timestamptz + interval '1 hour')`,
      [breakGlassId, accountId, world.wardId, sealed, openedAt],
    );
    return breakGlassId;
  }

  /** A note on a day of the world's ward. */
  async newAnomaly({ wardId }: World): Promise<string> {
    const id = uuidV7(new Date());
    await this.api.build.rows(
      `WITH day AS (SELECT coalesce(min(day), '2026-11-01') - 1 AS day FROM anomaly_note WHERE area_id = $2)
       INSERT INTO anomaly_note (anomaly_id, area_level, area_id, measure, day, direction, value, basis, found_at)
       SELECT $1, 'ward', $2, 'arrivals', day, 'jump', 90, $3, now() FROM day`,
      [
        id,
        wardId,
        JSON.stringify({
          ...{
            method: 'weekdays',
            holiday: null,
            days: [],
            middle: 30,
            factor: 1,
            around: [],
            before: [],
            expected: 30,
          },
          ...{ scatter: 0.1, scatterOf: [], unit: 5.5, times: 6, lower: 0, upper: 63 },
        }),
      ],
    );
    return id;
  }

  /** A subscription of whoever signed in last. */
  async newSubscription(state: 'active' | 'unconfirmed'): Promise<string> {
    const id = uuidV7(new Date());
    const keys = this.api.app.get(KeyRing, { strict: false });
    const seal = (column: string, text: string) => keys.seal(STANDING_SCOPE, 'report_subscription', column, id, text);
    const asked = {
      report: 'figures',
      query: { measures: ['arrivals'], by: [], grain: null, filter: {}, compare: null, movingAverage: null },
      period: 'yesterday',
    };
    const now = this.api.clock.now();
    const later = new Date(now.getTime() + 3_600_000);
    await this.api.build.rows(
      `INSERT INTO report_subscription (subscription_id, account_id, asked, format, language, cadence, hour, on_day, channel,
         target_sealed, target_index, secret_sealed, state, confirm_sealed, confirm_until, next_due, created_at)
       VALUES ($1, $2, $3, 'csv', 'vi', 'daily', 7, 1, 'mail', $4, '\\x00', $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, this.latest, JSON.stringify(asked)],
        ...[await seal('target_sealed', 'a@danang.example'), await seal('secret_sealed', 'whsec_eA=='), state],
        ...(state === 'active' ? [null, null, later] : [await seal('confirm_sealed', '00000001'), later, null]),
        now,
      ],
    );
    return id;
  }

  async removeSubscriptions(): Promise<void> {
    await this.api.build.rows(
      `UPDATE report_subscription SET state = 'removed', next_due = NULL, paused_because = NULL`,
    );
  }

  async newGrant(world: World): Promise<{ accountId: string; grantId: string }> {
    const accountId = await this.newClerk(world);
    const [row] = await this.api.build.rows<{ id: string }>(
      'SELECT grant_id AS id FROM account_grant WHERE account_id = $1',
      [accountId],
    );
    return { accountId, grantId: row?.id ?? '' };
  }
}

/** An application that is right in every respect. */
export const application = (ward: string): object => ({
  kind: 'nha-nghi',
  name: 'Nhà nghỉ Sông Hoài',
  address: `12 Nguyễn Thái Học, ${ward}`,
  rooms: [{ code: '101', beds: 2 }],
  owner: { fullName: 'Phạm Văn Chủ', personalNumber: nextPersonalNumber(), phone: '0905000111' },
});

function scopeOf(role: Role, { chainId, wardId }: World): Scope {
  if (role === 'facility-owner' || role === 'facility-clerk') return { kind: 'chain', id: chainId };
  if (role === 'system-administrator' || role === 'auditor') return { kind: 'none', id: null };
  return { kind: 'unit', id: role === 'ward-police' ? wardId : 'p48' };
}
