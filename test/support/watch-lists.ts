import { createLogger, type Database, KeyRing, openDatabase } from '@luutru/platform';
import {
  type EntryContent,
  type ListFacts,
  ReScreening,
  StayScreening,
  WatchedPeople,
  WatchKeeping,
  WatchSeals,
} from '@luutru/watch-list';
import { uuidV7 } from '@luutru/platform';
import type { TestApi } from './test-api';

export const listFacts = (change: Partial<ListFacts> = {}): ListFacts => ({
  kind: 'truy-na',
  nameVi: 'Truy nã thử nghiệm',
  nameEn: 'Wanted, for tests',
  unitId: 'p48',
  legalBasis: 'Quyết định thử nghiệm',
  validFrom: '2026-01-01',
  validUntil: null,
  threshold: 0.8,
  acknowledgeMinutes: 10,
  areaUnitId: null,
  firstDesk: 0,
  ...change,
});

export const entryContent = (change: Partial<EntryContent> = {}): EntryContent => ({
  names: ['Trần Thị Bình'],
  documentNumbers: [],
  birthDates: ['1990-08-15'],
  sex: 'F',
  nationality: 'VNM',
  note: null,
  photoRef: null,
  reference: null,
  ...change,
});

const SOMEBODY = '019ab000-0000-7000-8000-00000000000a';
const SOMEBODY_ELSE = '019ab000-0000-7000-8000-00000000000b';

/** Lists and alerts as approvals and the worker leave them, written straight into a test's database. */
export class WatchBuilder {
  readonly seals: WatchSeals;

  constructor(private readonly api: Pick<TestApi, 'app' | 'build' | 'clock'>) {
    this.seals = new WatchSeals(api.app.get(KeyRing));
  }

  /** No list, no alert and nothing to screen, as at the beginning. */
  async clear(): Promise<void> {
    await this.api.build.rows(
      `TRUNCATE watch_decision, watch_alert_history, watch_alert, watch_rescreen, watch_list_entry_version, watch_list_version,
         watch_list_proposal_item, watch_list_entry, watch_list, watch_list_proposal, outbox`,
    );
  }

  async list(change: Partial<ListFacts> = {}): Promise<string> {
    const facts = listFacts(change);
    const listId = uuidV7(new Date());
    await this.api.build.rows(
      `WITH clock AS (UPDATE watch_list_clock SET revision = revision + 1 RETURNING revision), made AS (
         INSERT INTO watch_list SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'active', 1, revision FROM clock
         RETURNING list_id)
       INSERT INTO watch_list_version (list_id, version, unit_id, action, content, at)
       SELECT list_id, 1, $5, 'create', $13, now() FROM made`,
      [
        listId,
        facts.kind,
        facts.nameVi,
        facts.nameEn,
        facts.unitId,
        facts.legalBasis,
        facts.validFrom,
        facts.validUntil,
        facts.threshold,
        facts.acknowledgeMinutes,
        facts.areaUnitId,
        facts.firstDesk,
        JSON.stringify(facts),
      ],
    );
    return listId;
  }

  async entry(listId: string, change: Partial<EntryContent> = {}, validUntil: string | null = null): Promise<string> {
    const entryId = uuidV7(new Date());
    const box = await this.seals.sealEntry(entryId, entryContent(change));
    await this.api.build.rows(
      `WITH clock AS (UPDATE watch_list_clock SET revision = revision + 1 RETURNING revision), made AS (
         INSERT INTO watch_list_entry
         SELECT $1, l.list_id, l.unit_id, $3, $4, 'active', 1, c.revision FROM clock c, watch_list l WHERE l.list_id = $2
         RETURNING *)
       INSERT INTO watch_list_entry_version (entry_id, version, unit_id, action, content_sealed, valid_until, at)
       SELECT entry_id, 1, unit_id, 'add', content_sealed, valid_until, now() FROM made`,
      [entryId, listId, box, validUntil],
    );
    return entryId;
  }

  /** An open proposal of somebody's to add one entry. */
  async proposal(listId: string, proposedBy = SOMEBODY): Promise<string> {
    const [proposalId, entryId] = [uuidV7(new Date()), uuidV7(new Date())];
    await this.api.build.rows(
      `INSERT INTO watch_list_proposal (proposal_id, list_id, unit_id, kind, added, state, proposed_by, proposed_at)
       SELECT $1, list_id, unit_id, 'entries', 1, 'open', $3, now() FROM watch_list WHERE list_id = $2`,
      [proposalId, listId, proposedBy],
    );
    await this.api.build.rows(
      `INSERT INTO watch_list_proposal_item (proposal_id, place, action, entry_id, content_sealed)
       VALUES ($1, 1, 'add', $2, $3)`,
      [proposalId, entryId, await this.seals.sealEntry(entryId, entryContent())],
    );
    return proposalId;
  }

  /** An alert about a stay, in a state; closed ones with a decision that this is not the person. */
  async alert(stayId: string, state: 'open' | 'acknowledged' | 'closed', firstDesk = 0): Promise<string> {
    const listId = await this.list({ firstDesk });
    const entryId = await this.entry(listId);
    const alertId = uuidV7(new Date());
    const [stay] = await this.api.build.rows<{ facilityId: string; arrivedOn: string }>(
      'SELECT facility_id AS "facilityId", arrived_on::text AS "arrivedOn" FROM stay WHERE stay_id = $1',
      [stayId],
    );
    if (!stay) throw new Error(`There is no stay ${stayId}`);
    const reasons = await this.seals.sealMatch(stay.arrivedOn, alertId, [{ code: 'name-same', params: {}, weight: 4 }]);
    await this.api.build.rows(
      `INSERT INTO watch_alert (facility_id, alert_id, stay_id, arrived_on, list_id, entry_id, entry_version, list_kind,
                                first_desk, desk, score, reasons_sealed, state, raised_at, due_at, outcome)
       VALUES ($1, $2, $3, $4, $5, $6, 1, 'truy-na', $7, $7, 0.95, $8, $9, $10, $11, $12)`,
      [
        stay.facilityId,
        alertId,
        stayId,
        stay.arrivedOn,
        listId,
        entryId,
        firstDesk,
        reasons,
        state,
        this.api.clock.now(),
        state === 'open' ? new Date(this.api.clock.now().getTime() + 600_000) : null,
        state === 'closed' ? 'not-the-person' : null,
      ],
    );
    if (state === 'closed') {
      const decisionId = uuidV7(new Date());
      const person = { documentNumber: null, nationality: 'VNM', nameKey: 'x', birthDate: '1990' };
      await this.api.build.rows('INSERT INTO watch_decision VALUES ($1, $2, $3, $4, $5, now())', [
        decisionId,
        entryId,
        await this.seals.sealCleared(decisionId, person),
        alertId,
        SOMEBODY_ELSE,
      ]);
    }
    return alertId;
  }
}

/** The worker's part, a step at a time and on the test's clock. */
export interface ScreeningDesk {
  readonly database: Database;
  /** Screens all that is due; returns how many events that were. */
  screen(): Promise<number>;
  /** Re-screens until nothing is left. */
  rescreen(): Promise<void>;
  readonly keeping: WatchKeeping;
  readonly people: WatchedPeople;
  /** A worker of its own beside the first, with its own memory. */
  another(): { screening: StayScreening; again: ReScreening; people: WatchedPeople };
  close(): Promise<void>;
}

export async function openScreening(api: TestApi): Promise<ScreeningDesk> {
  const { database, close } = await openDatabase({
    url: api.database.urlFor('luutru_worker'),
    poolSize: 6,
    applicationName: 'test',
    entities: [],
  });
  const keyRing = api.app.get(KeyRing);
  const logger = createLogger('test', 'silent');
  const seals = new WatchSeals(keyRing);
  const another = () => {
    const people = new WatchedPeople(seals, logger);
    const parts = { database, keyRing, seals, clock: api.clock, logger };
    return { screening: new StayScreening({ ...parts, people }), again: new ReScreening(parts, { days: 30 }), people };
  };
  const { screening, again, people } = another();
  return {
    database,
    people,
    keeping: new WatchKeeping(database, api.clock),
    another,
    screen: async () => {
      let taken = 0;
      for (let now = -1; now !== 0; taken += now) now = await screening.run();
      return taken;
    },
    rescreen: async () => {
      while (await again.run());
    },
    close,
  };
}
