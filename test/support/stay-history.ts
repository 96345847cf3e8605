import { SeededRandom } from '../chaos/random';
import type { BatchStage } from './batch-stage';
import { type BuiltFacility, guest, nextPersonalNumber, NORTHBOUND } from './builders';
import { correctionOf, type Told, type Trip } from './stay-corrections';
import type { TestApi } from './test-api';

const HOUR = 3_600_000;
const SOUTHBOUND = {
  code: 'DN-SG',
  name: 'Đà Nẵng - Sài Gòn',
  stops: [
    { code: 'DN', name: 'Bến xe Đà Nẵng', afterMinutes: 0 },
    { code: 'SG', name: 'Bến xe Miền Đông', afterMinutes: 960 },
  ],
};
const SENT_TO = { one: '/v1/stays', group: '/v1/stays/group' } as const;

/** What may be refused: a facility is suspended, a version is old, a correction contradicts something. Nothing else goes wrong. */
const REFUSED = [403, 409, 422];

interface Declared {
  readonly stayId: string;
}
interface Sent {
  readonly to: keyof typeof SENT_TO;
  readonly body: object;
  readonly key: string;
  /** What was answered the first time, and has to be each time. */
  readonly answer: object;
}

/** What is stored of the stays of facilities, in the form of what was told of them. */
const HELD = `
  SELECT stay_id AS "stayId", kind, nationality, sex, birth_year AS "birthYear", reason, origin_province_id AS origin, room, unit, employer,
         industrial_zone_id AS zone, temporary_residence_on::text AS registered, department, patient_id AS patient, trip_id AS trip, state = 'cancelled' AS cancelled,
         to_char(arrived_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI') AS arrived
  FROM stay WHERE facility_id = ANY($1)`;

let histories = 0;

/** Four facilities of which stays are declared, changed and declared again, and what was told of each stay. */
export class StayHistory {
  readonly told = new Map<string, Told>();
  /** How often something was done that was not refused. */
  readonly done = new Map<string, number>();
  private readonly sent: Sent[] = [];
  private readonly patients: string[] = [];
  private readonly trips: Trip[] = [];
  /** Whom somebody checked out; who else left, as with a patient, is not known here. */
  private readonly gone = new Set<string>();
  private readonly serial = (histories += 1);
  private papers = 0;

  private constructor(
    private readonly stage: BatchStage,
    readonly hotel: BuiltFacility,
    private readonly operator: BuiltFacility,
    private readonly house: BuiltFacility,
    private readonly hospital: BuiltFacility,
    private readonly apiKey: string,
  ) {}

  static async begin(stage: BatchStage): Promise<StayHistory> {
    const { build } = stage.api;
    const hotel = await build.facility({ rooms: ['101', '102'] });
    await build.rows(`UPDATE facility SET created_at = '2026-09-10' WHERE facility_id = $1`, [hotel.facilityId]);
    const routes = [NORTHBOUND, SOUTHBOUND];
    const operator = await build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes });
    const house = await build.facility({ kind: 'nha-o-kcn', industrialZoneId: 'KCN-T', rooms: ['A1'] });
    const hospital = await build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI', 'NGOAI'] });
    const apiKey = await build.apiKey([hotel, operator, house, hospital]);
    return new StayHistory(stage, hotel, operator, house, hospital, apiKey);
  }

  /** Each stay as it is stored. */
  async held(): Promise<Map<string, Told>> {
    const ids = [this.hotel, this.operator, this.house, this.hospital].map(({ facilityId }) => facilityId);
    const rows = await this.api.build.rows<Told & Declared>(HELD, [ids]);
    return new Map(rows.map(({ stayId, ...told }) => [stayId, told]));
  }

  /** Does what a step says to stays; false when it is of another kind. */
  async take(kind: string, pick: number): Promise<boolean> {
    const random = new SeededRandom(pick);
    const steps: Readonly<Record<string, () => Promise<void>>> = {
      declare: () => this.declare(this.guest(random, -random.between(0, 4))),
      late: () => this.declare(this.guest(random, -random.between(24, 520))),
      foreign: () => this.declare(this.guest(random, -1, this.foreigner())),
      child: () => this.declare(this.guest(random, 0, { birthDate: '2020-05-05', residence: { provinceCode: '101' } })),
      tenant: () => this.declare(this.tenant(random)),
      patient: () => this.admit(random),
      relative: () => this.visit(random),
      trip: () => this.ride(random),
      group: () => this.declareGroup(random),
      again: () => this.again(random),
      doubled: () => this.doubled(random),
      file: () => this.file(random),
      act: () => this.act(random),
      discharge: () => this.discharge(random),
      correct: () => this.correct(random),
    };
    await steps[kind]?.();
    return kind in steps;
  }

  private get api(): TestApi {
    return this.stage.api;
  }

  /** The local time so many hours from now. */
  private readonly at = (hours: number): string =>
    new Date(this.api.clock.now().getTime() + (hours + 7) * HOUR).toISOString().slice(0, 16);

  private readonly paper = (): string => `X${this.serial}T${(this.papers += 1)}`;

  private count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }

  private foreigner(): object {
    return { fullName: 'KIM MINSU', nationality: 'KOR', document: { type: 4, number: this.paper() } };
  }

  private guest(random: SeededRandom, arrived: number, person: object = {}): Record<string, unknown> {
    return guest(
      {
        facilityId: this.hotel.code,
        arrivedAt: this.at(arrived),
        expectedDepartureAt: this.at(random.between(1, 90)),
        place: { room: ['101', '102', '999'][random.between(0, 2)] },
        reason: random.between(1, 3),
      },
      { document: { type: 1, number: nextPersonalNumber() }, ...person },
    );
  }

  private tenant(random: SeededRandom): Record<string, unknown> {
    const place = { unit: `A${random.between(0, 1)}`, employer: `Công ty ${random.between(0, 2)}` };
    const registered = random.between(0, 2) === 0 && {
      temporaryResidenceOn: this.at(-random.between(0, 900)).slice(0, 10),
    };
    return {
      ...this.guest(random, -random.between(0, 700)),
      facilityId: this.house.code,
      kind: 'tenant',
      expectedDepartureAt: random.between(0, 3) === 0 ? undefined : this.at(random.between(0, 999)),
      place: { ...place, industrialZoneId: 'KCN-T', ...registered },
    };
  }

  private inHospital(random: SeededRandom, kind: 'patient' | 'relative', patientId: string): Record<string, unknown> {
    const relative = kind === 'relative';
    return {
      ...this.guest(random, -random.between(0, 30)),
      facilityId: this.hospital.code,
      kind,
      reason: undefined,
      expectedDepartureAt: relative ? this.at(random.between(1, 200)) : undefined,
      // Rooms of hospitals are not let.
      place: { patientId, ...(relative && { relation: 'con' }), ...(random.between(0, 1) === 0 && { room: 'B1' }) },
    };
  }

  private async admitted(random: SeededRandom): Promise<string> {
    const recordNumber = `BA-${this.serial}-${this.patients.length}-${random.between(0, 1e6)}`;
    const body = { facilityId: this.hospital.code, recordNumber, department: 'NOI' };
    const { patientId } = await this.answered<{ patientId: string }>(this.post('/v1/patients', body), 201);
    this.patients.push(patientId);
    return patientId;
  }

  private async admit(random: SeededRandom): Promise<void> {
    await this.declare(this.inHospital(random, 'patient', await this.admitted(random)));
  }

  /** Someone who stays with a patient, who may be known for long. */
  private async visit(random: SeededRandom): Promise<void> {
    const patientId = this.patients[random.between(0, this.patients.length)] ?? (await this.admitted(random));
    await this.declare(this.inHospital(random, 'relative', patientId));
  }

  private async ride(random: SeededRandom): Promise<void> {
    const route = [NORTHBOUND, SOUTHBOUND][random.between(0, 1)] ?? NORTHBOUND;
    const facilityId = this.operator.code;
    const trip = await this.post('/v1/trips', {
      facilityId,
      externalRef: `T${this.serial}-${this.trips.length}-${this.papers}-${random.between(0, 1e6)}`,
      plate: '43B-012.34',
      routeCode: route.code,
      departsAt: this.at(random.between(0, 2)),
    });
    const { tripId } = trip.body as { tripId?: string };
    if (tripId === undefined) return;
    if (random.between(0, 2) === 0) {
      await this.post(`/v1/trips/${tripId}/actions`, { action: 'cancel', version: 1 });
      return;
    }
    const ends = [route.stops[0]?.code ?? '', route.stops.at(-1)?.code ?? ''] as const;
    this.trips.push({ tripId, ends });
    const place = { tripId, seat: 'A1', boardingStop: ends[0], alightingStop: ends[1] };
    const aboard = { facilityId, kind: 'passenger', place, expectedDepartureAt: undefined, reason: undefined };
    await this.declare({ ...this.guest(random, 0), ...aboard });
  }

  private async declare(body: Record<string, unknown>, times = 1): Promise<void> {
    const key = `H${this.serial}-${(this.papers += 1)}`;
    const answers = await Promise.all(Array.from({ length: times }, () => this.send('one', body, key)));
    const [first] = answers;
    if (first === undefined || this.refused(first)) return;
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([201, first.body]);
    this.remember('one', body, key, first.body as object);
    this.recorded((first.body as Declared).stayId, body);
  }

  /** The same declaration several times at once, as when a clerk's software does not wait for the answer. */
  private async doubled(random: SeededRandom): Promise<void> {
    const before = this.told.size;
    await this.declare(this.guest(random, -1), random.between(2, 4));
    if (this.told.size > before) this.count('doubled');
  }

  /** Relatives of a patient, or guests, all or none. */
  private async declareGroup(random: SeededRandom): Promise<void> {
    const patientId = this.patients.at(-1);
    const visitors = patientId !== undefined && random.between(0, 1) === 0;
    const one = visitors ? this.inHospital(random, 'relative', patientId) : this.guest(random, -2);
    const { person, ...shared } = one;
    const persons = Array.from({ length: random.between(2, 3) }, () => ({
      person: { ...(person as object), document: { type: 1, number: nextPersonalNumber() } },
    }));
    const [body, key] = [{ ...shared, persons }, `G${this.serial}-${(this.papers += 1)}`];
    const sent = await this.send('group', body, key);
    if (this.refused(sent)) return;
    this.remember('group', body, key, sent.body as object);
    for (const { stayId } of (sent.body as { stays: Declared[] }).stays) this.recorded(stayId, one);
    this.count('group');
  }

  /** What was declared is sent once more, whatever became of it: the first answer comes again and nothing happens. */
  private async again(random: SeededRandom): Promise<void> {
    const before = this.sent[random.between(0, this.sent.length - 1)];
    if (before === undefined) return;
    const { to, body, key, answer } = before;
    const twice = await Promise.all([this.send(to, body, key), this.send(to, body, key)]);
    for (const repeated of twice) {
      const known = repeated.headers['idempotent-replayed'];
      expect([repeated.status, known, repeated.body]).toEqual([201, 'true', answer]);
    }
    this.count('again');
  }

  /** A file of guests or tenants, one of whom it names twice. */
  private async file(random: SeededRandom): Promise<void> {
    const tenants = random.between(0, 2) === 0;
    const { code } = tenants ? this.house : this.hotel;
    const rows = Array.from({ length: random.between(1, 3) }, (_, at) => ({
      ...(tenants
        ? this.tenant(random)
        : this.guest(random, -random.between(0, 100), at === 1 ? this.foreigner() : {})),
      facilityId: undefined,
      externalRef: `F${this.serial}-${(this.papers += 1)}`,
    }));
    const lines = [...rows, ...rows.slice(0, 1)].map((row) => JSON.stringify(row)).join('\n');
    const received = await this.stage.send(lines, { mode: 'commit', facilityId: code }, this.apiKey);
    if (REFUSED.includes(received.status)) return;
    expect([received.status, received.text]).toEqual([202, received.text]);
    const { batchId } = received.body as { batchId: string };
    await this.stage.finished(batchId, this.apiKey);
    const kept = await this.answered<{ rows: { row: number; stayId: string | null; repeated: boolean }[] }>(
      this.api.call('get', `/v1/batches/${batchId}/rows?limit=100`, this.apiKey),
      200,
    );
    for (const { row, stayId, repeated } of kept.rows) {
      const told = rows[row - 1];
      if (stayId === null) continue;
      if (told !== undefined) this.recorded(stayId, told);
      else expect([repeated, stayId]).toEqual([true, kept.rows[0]?.stayId]);
      this.count('file');
    }
  }

  /** The admission ends with the stays of all who are there for it, or goes on again with them. */
  private async discharge(random: SeededRandom): Promise<void> {
    const patientId = this.patients[random.between(0, this.patients.length - 1)];
    if (patientId === undefined) return;
    const action = ['discharge', 'discharge', 'undo-discharge'][random.between(0, 2)];
    const sent = await this.post(`/v1/patients/${patientId}/actions`, { action }, this.paper());
    if (!this.refused(sent, 200)) this.count('discharge');
  }

  /** Any, but one whose guest has left more often than these come by chance. */
  private stayOf(random: SeededRandom): string | undefined {
    const among = this.gone.size > 0 && random.between(0, 1) === 0 ? this.gone : this.told.keys();
    const ids = [...among];
    return ids[random.between(0, ids.length - 1)];
  }

  private async act(random: SeededRandom): Promise<void> {
    const stayId = this.stayOf(random);
    if (stayId === undefined) return;
    const usual = this.gone.has(stayId) ? 'undo-check-out' : 'check-out';
    const action = [usual, usual, 'leave-early', 'extend', 'cancel', 'undo-check-out'][random.between(0, 5)] ?? '';
    const leaves = ['check-out', 'leave-early'].includes(action);
    const sent = await this.onStay(stayId, action, {
      ...(leaves && random.between(0, 2) === 0 && { departedAt: this.at(-random.between(0, 20)) }),
      ...(action === 'extend' && { expectedDepartureAt: this.at(random.between(30, 330)) }),
      ...(action === 'cancel' && { reason: 'khai-trung' }),
    });
    if (this.refused(sent, 200)) return;
    this.count(action);
    if (leaves) this.gone.add(stayId);
    else if (action !== 'extend') this.gone.delete(stayId);
    if (action === 'cancel') this.tell(stayId, { cancelled: true });
  }

  private async correct(random: SeededRandom): Promise<void> {
    const stayId = this.stayOf(random);
    const told = stayId === undefined ? undefined : this.told.get(stayId);
    if (stayId === undefined || told === undefined) return;
    const { at, paper, trips } = this;
    const correction = correctionOf(told, { random, at, paper, trips, left: this.gone.has(stayId) });
    const sent = await this.onStay(stayId, 'correct', correction.body);
    if (this.refused(sent, 200)) return;
    for (const what of correction.of) this.count(`correct ${what}`);
    this.tell(stayId, correction.told);
  }

  private async onStay(stayId: string, action: string, body: object) {
    const { version } = await this.answered<{ version: number }>(
      this.api.call('get', `/v1/stays/${stayId}`, this.apiKey),
      200,
    );
    return this.post(`/v1/stays/${stayId}/${action}`, { version, ...body });
  }

  /** That a declaration was taken: what it says from now on. */
  private recorded(stayId: string, body: Record<string, unknown>): void {
    const { kind, person, place, reason, arrivedAt } = body as Record<string, string> & { person: never; place: never };
    const {
      nationality = 'VNM',
      sex,
      birthDate,
      residence,
    } = person as Record<string, string> & {
      residence?: { provinceCode: string };
    };
    const there = place as Record<string, string>;
    const hospital = kind === 'patient' || kind === 'relative';
    expect(this.told.has(stayId)).toBe(false);
    this.told.set(stayId, {
      kind: kind ?? '',
      nationality,
      sex: sex ?? '',
      birthYear: Number(birthDate?.slice(0, 4)),
      arrived: arrivedAt ?? '',
      // Nobody says why they are in hospital: for treatment.
      reason: hospital ? 18 : kind === 'passenger' ? null : Number(reason),
      origin: residence ? 'p01' : null,
      room: there.room ?? null,
      unit: there.unit ?? null,
      employer: there.employer ?? null,
      zone: there.industrialZoneId ?? null,
      registered: there.temporaryResidenceOn ?? null,
      department: hospital ? 'NOI' : null,
      patient: there.patientId ?? null,
      trip: there.tripId ?? null,
      cancelled: false,
    });
    this.count(kind ?? '');
  }

  private tell(stayId: string, change: Partial<Told>): void {
    const told = this.told.get(stayId);
    if (told) this.told.set(stayId, { ...told, ...change });
  }

  private remember(to: Sent['to'], body: object, key: string, answer: object): void {
    this.sent.push({ to, body, key, answer });
  }

  private send(to: Sent['to'], body: object, key: string) {
    return this.post(SENT_TO[to], body, key);
  }

  private async post(path: string, body: object, key?: string) {
    const request = this.api.call('post', path, this.apiKey);
    return (key === undefined ? request : request.set('Idempotency-Key', key)).send(body);
  }

  private refused({ status, text }: { status: number; text: string }, taken = 201): boolean {
    expect([status, text, [taken, ...REFUSED].includes(status)]).toEqual([status, text, true]);
    return status !== taken;
  }

  private async answered<T>(
    sent: PromiseLike<{ status: number; text: string; body: unknown }>,
    as: number,
  ): Promise<T> {
    const { status, text, body } = await sent;
    expect([status, text]).toEqual([as, text]);
    return body as T;
  }
}
