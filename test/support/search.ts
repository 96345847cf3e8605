import type { SearchLimits } from '@luutru/police';
import { guest } from './builders';
import { IdentityProvider } from './identity-provider';
import type { Browser } from './people';
import { createTestApi, type TestApi } from './test-api';
import { type World, Worlds } from './world';

export interface Found {
  readonly searchId: string;
  readonly page: number;
  readonly total: number;
  readonly cut: boolean;
  readonly next: string | null;
  readonly persons: readonly {
    readonly score: number;
    readonly reasons: readonly { code: string; vi: string; en: string }[];
    readonly fullName: string;
    readonly birthDate: string;
    readonly documentNumber: string | null;
    readonly stayCount: number;
    readonly stays: readonly { stayId: string; state: string; facility: { wardId: string } }[];
  }[];
}

export const STATED = { purpose: 'tim-nguoi', caseNumber: 'VV-2026/1' };

/** An API with worlds, and short ways to declare, act and search in them. */
export interface SearchStage {
  readonly api: TestApi;
  readonly worlds: Worlds;
  declare(world: World, person: object, stay?: object): Promise<string>;
  act(world: World, stayId: string, action: string, body: object): Promise<void>;
  search(by: Browser, criteria: object): ReturnType<Browser['send']>;
  /** As `search`, which must succeed. */
  find(by: Browser, criteria: object): Promise<Found>;
  /** Repeats the world's stay so many times, as nobody could declare it. */
  copies(world: World, count: number): Promise<void>;
  close(): Promise<void>;
}

export async function searchStage(searchLimits: SearchLimits): Promise<SearchStage> {
  const provider = await IdentityProvider.start();
  const api = await createTestApi({ nationalIdentity: provider.options, searchLimits });
  const worlds = new Worlds(api, provider);
  const done = <T extends { status: number; text: string }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(answer.text);
    return answer;
  };
  const search: SearchStage['search'] = (by, criteria) =>
    by.send('post', '/v1/police/searches', { ...STATED, ...criteria });
  return {
    api,
    worlds,
    search,
    declare: async ({ hotel, key }, person, stay = {}) => {
      const body = { ...guest({ ...stay }, { ...person }), facilityId: hotel.code };
      return (done(await api.declare(key, body)).body as { stayId: string }).stayId;
    },
    act: async ({ key }, stayId, action, body) => {
      done(await api.call('post', `/v1/stays/${stayId}/${action}`, key).send(body));
    },
    find: async (by, criteria) => done(await search(by, criteria)).body as Found,
    copies: async ({ hotel, stayId }, count) => {
      // The seal is bound to the stay, so that copies cannot be opened: each keeps the id under another day of arrival.
      await api.build.rows(`SELECT ensure_month_partitions('2025-12-01', 12)`);
      await api.build.rows(
        `WITH copy AS (
           INSERT INTO stay (facility_id, arrived_on, stay_id, kind, state, arrived_at, declared_at, due_at, late, channel,
                             declared_by, document_type, nationality, sex, birth_year, personal_sealed, room)
           SELECT facility_id, arrived_on - n, stay_id, kind, state, arrived_at, declared_at, due_at, late, channel,
                  declared_by, document_type, nationality, sex, birth_year, personal_sealed, room
           FROM stay, generate_series(1, $3) AS n WHERE facility_id = $1 AND stay_id = $2 RETURNING 1)
         SELECT count(*) FROM copy`,
        [hotel.facilityId, stayId, count],
      );
    },
    close: async () => {
      await api.close();
      await provider.close();
    },
  };
}

/** What the audit trail says of an account's searches, oldest first. */
export async function auditOf(stage: SearchStage, by: Browser): Promise<object[]> {
  const { accountId } = (await by.send('get', '/v1/session')).body as { accountId: string };
  return stage.api.build.rows(
    `SELECT action, purpose, row_count AS "rowCount", detail FROM audit_entry
     WHERE actor_id = $1 AND action LIKE 'person.search%' ORDER BY at, audit_id`,
    [accountId],
  );
}
