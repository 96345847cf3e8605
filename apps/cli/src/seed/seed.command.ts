import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccessModule, AccountService, ApiKey, ApiKeyFacility, MACHINE_PERMISSIONS } from '@luutru/access';
import { addDays, localDate } from '@luutru/calendar';
import {
  BulkDeclarationService,
  DeclarationModule,
  DeclarationService,
  type OutboxTopics,
  StayActionService,
} from '@luutru/declaration';
import { DeparturesModule, DischargeService, TripActionService } from '@luutru/departures';
import { FacilityRepository, type NewFacility } from '@luutru/facility';
import { Patient, PatientService } from '@luutru/patient';
import { type Clock, createLogger, Database, FrameworkLogger, KeyRing, PlatformModule } from '@luutru/platform';
import { ReceiptModule } from '@luutru/receipt';
import { ReferenceDataModule, ReferenceDataService } from '@luutru/reference-data';
import { Trip, TripService } from '@luutru/trip';
import { EntryService, ListService, ProposalService, WatchListModule } from '@luutru/watch-list';
import { Administration } from '../administration';
import { readSeedConfig, type SeedConfig } from '../cli.config';
import { identityRegister, openAccounts } from './accounts';
import { Crowd } from './crowd';
import { type DemoKey, type DemoKeys, demoSheet } from './demo-sheet';
import { inventFacilities, ZONES } from './facilities';
import { HistoryWriter } from './history-writer';
import { PastPlayer } from './past-player';
import { inventPeople, KNOWN_PEOPLE, type Person } from './people';
import { Random } from './random';
import { inventPast, monthsBefore, type PastEvent } from './stays';
import { keepWatchLists } from './watch-lists';

/** A clock that shows the past while the past is declared. */
class SeedClock implements Clock {
  private at: Date | null = null;

  now(): Date {
    return this.at ? new Date(this.at) : new Date();
  }

  show(at: Date | null): void {
    this.at = at;
  }
}

@Module({})
class SeedModule {
  static forRoot(config: SeedConfig, clock: Clock, topics?: OutboxTopics): DynamicModule {
    return {
      module: SeedModule,
      imports: [
        PlatformModule.forRoot({
          database: {
            url: config.DATABASE_URL,
            poolSize: 8,
            applicationName: 'luutru-seed',
            entities: [ApiKey, ApiKeyFacility, Patient, Trip],
          },
          masterKeys: config.LUUTRU_MASTER_KEYS,
          indexKeys: config.LUUTRU_INDEX_KEYS,
          clock,
          logger: createLogger('seed', config.LOG_LEVEL),
        }),
        ReferenceDataModule,
        AccessModule,
        ReceiptModule.forRoot({ signingKey: config.LUUTRU_RECEIPT_KEY }),
        DeclarationModule.forRoot({ issuer: config.PUBLIC_URL, ...(topics && { topics }) }),
        DeparturesModule,
        // Nobody looks at alerts here.
        WatchListModule.forRoot({ confidentialDays: 0, sealLimitMs: 0 }),
      ],
    };
  }
}

/** So that unusual days have one to tell of. */
const FAIR_DAYS_AGO = 5;

/**
 * Fills an empty database with a province: facilities of every kind, people the stand-in knows, days of stays that went through
 * the same service as real ones, and months before them for figures to be made of. The same seed number makes the same province.
 */
export async function seed(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const config = readSeedConfig(env);
  const administration = await Administration.open(config.MIGRATOR_DATABASE_URL);
  try {
    const [{ filled }] = await administration.transaction((tx) =>
      tx.query<[{ filled: boolean }]>('SELECT EXISTS (SELECT FROM facility) AS filled'),
    );
    if (filled) {
      if (!args.includes('--if-empty'))
        throw new Error('The database has facilities already; seed an empty one, or pass --if-empty');
      process.stdout.write('The province is there already.\n');
      return;
    }
    await fill(config, administration);
  } finally {
    await administration.close();
  }
}

/** The parts of the platform that the seed works with. */
const openApp = (config: SeedConfig, clock: Clock, topics?: OutboxTopics): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(SeedModule.forRoot(config, clock, topics), {
    logger: new FrameworkLogger(createLogger('seed', config.LOG_LEVEL)),
  });

async function fill(config: SeedConfig, administration: Administration): Promise<void> {
  const clock = new SeedClock();
  const app = await openApp(config, clock);
  try {
    const now = new Date();
    const first = monthsBefore(now, config.SEED_MONTHS);
    const random = new Random(config.SEED);
    const people = inventPeople(config.SEED_PEOPLE, random);
    await introduce([...KNOWN_PEOPLE, ...people], config);
    const facilities = inventFacilities(app.get(ReferenceDataService).adminUnits, now, random);
    const repository = new FacilityRepository(app.get(KeyRing));
    await administration.transaction(async (tx) => {
      await repository.insertZones(tx, ZONES);
      for (const facility of facilities) await repository.insert(tx, facility, new Date(`${first}T00:00:00+07:00`));
      await tx.query('SELECT ensure_month_partitions($1::date, $2)', [first, config.SEED_MONTHS + 4]);
    });
    const recent = addDays(localDate(now), -config.SEED_DAYS);
    const crowd = new Crowd(people, random);
    const before = inventPast(facilities, crowd, { from: first, until: recent, isFirst: true }, now, random);
    const since = inventPast(
      facilities,
      crowd,
      { from: recent, until: localDate(now), fair: addDays(localDate(now), -FAIR_DAYS_AGO) },
      now,
      random,
    );
    const isOver = ({ endsAt }: PastEvent): boolean => endsAt < now;
    const written = await writeHistory(before.filter(isOver), config, clock, random);
    const past = [...before.filter((event) => !isOver(event)), ...since];
    const services = {
      declarations: app.get(DeclarationService),
      trips: app.get(TripService),
      patients: app.get(PatientService),
      actions: app.get(StayActionService),
      tripActions: app.get(TripActionService),
      discharges: app.get(DischargeService),
    };
    const player = new PastPlayer(services, (at) => clock.show(at), random, now);
    const declared = written + (await player.play(past));
    const keys = await issueKeys(administration, facilities);
    const [hotel] = keys.hotel.facilities;
    if (!hotel) throw new Error('The province has no hotel');
    const staff = await openAccounts(app.get(AccountService), hotel, facilities);
    const [proposer = '', approver = ''] = staff.watchListOfficers;
    const { adminUnits } = app.get(ReferenceDataService);
    const desks = {
      lists: app.get(ListService),
      entries: app.get(EntryService),
      proposals: app.get(ProposalService),
    };
    const listed = await keepWatchLists(desks, adminUnits, [proposer, approver], past, hotel.wardId, now);
    keep(config.LUUTRU_DEMO_FILE, demoSheet(keys, staff));
    keep(config.LUUTRU_IDENTITY_FILE, identityRegister(staff.people, [...KNOWN_PEOPLE, ...people]));
    process.stdout.write(
      `${facilities.length} facilities, ${people.length} people, ${declared} stays, ${listed} on watch-lists.\n`,
    );
  } finally {
    await app.close();
  }
}

/** In a process of which events are queued for nobody. */
async function writeHistory(
  events: readonly PastEvent[],
  config: SeedConfig,
  clock: SeedClock,
  random: Random,
): Promise<number> {
  const app = await openApp(config, clock, []);
  try {
    const services = {
      database: app.get(Database),
      bulk: app.get(BulkDeclarationService),
      trips: app.get(TripService),
      patients: app.get(PatientService),
    };
    return await new HistoryWriter(services, (at) => clock.show(at), random).write(events);
  } finally {
    await app.close();
  }
}

function keep(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content, null, 2), { mode: 0o600 });
}

/** Makes the people known to the stand-in; in the real world they are. */
async function introduce(people: readonly Person[], config: SeedConfig): Promise<void> {
  const register = people.map(({ number, fullName, birthDate, sex, nationality }) => ({
    ...(nationality === 'VNM' ? { personalNumber: number } : { passportNumber: number }),
    fullName,
    birthDate,
    sex,
    nationality,
  }));
  const answer = await fetch(`${config.POPULATION_URL}/admin/people`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-Admin-Token': config.POPULATION_MOCK_ADMIN_TOKEN },
    body: JSON.stringify(register),
  });
  if (!answer.ok) throw new Error(`The stand-in refused the people: ${answer.status}`);
}

async function issueKeys(administration: Administration, facilities: readonly NewFacility[]): Promise<DemoKeys> {
  const issue = async (label: string, chosen: readonly NewFacility[]): Promise<DemoKey> => {
    const { text } = await administration.createApiKey({
      codes: chosen.map((facility) => facility.code),
      permissions: MACHINE_PERMISSIONS,
      label,
      expiresAt: null,
    });
    return { facilities: chosen, text };
  };
  const ofKind = (kind: string): NewFacility[] => facilities.filter((facility) => facility.kind === kind);
  return {
    hotel: await issue('demo hotel', ofKind('khach-san').slice(0, 1)),
    hospital: await issue('demo hospital', ofKind('co-so-kham-chua-benh').slice(0, 1)),
    operator: await issue('demo bus operator', ofKind('nha-xe').slice(0, 1)),
    vendor: await vendorKey(administration, [...ofKind('khach-san').slice(1, 4), ...ofKind('nha-o-kcn').slice(0, 1)]),
  };
}

/** A vendor with a key of its own, to which some facilities delegate all that a machine may do. */
async function vendorKey(administration: Administration, facilities: readonly NewFacility[]): Promise<DemoKey> {
  await administration.createVendor('PMS-DEMO', 'Phần mềm khách sạn Mẫu');
  const { text } = await administration.createApiKey({
    codes: [],
    vendor: 'PMS-DEMO',
    permissions: MACHINE_PERMISSIONS,
    label: 'demo vendor',
    expiresAt: null,
  });
  await administration.transaction((tx) =>
    tx.query(
      `INSERT INTO delegation (facility_id, vendor_id, permissions, granted_at, granted_by)
       SELECT f.facility_id, v.vendor_id, $2, now(), 'seed' FROM facility f, vendor v
       WHERE f.facility_id = ANY($1) AND v.code = 'PMS-DEMO'`,
      [facilities.map((facility) => facility.facilityId), MACHINE_PERMISSIONS],
    ),
  );
  return { facilities, text };
}
