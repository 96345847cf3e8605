import { MovementWatch } from '@luutru/police';
import { type Database, openDatabase } from '@luutru/platform';
import { guest, nextPersonalNumber } from './builders';
import type { TestApi } from './test-api';
import type { World } from './world';

/** The worker's watch over movements, on the database of an API under test. */
export class Movements {
  private constructor(
    private readonly api: TestApi,
    readonly database: Database,
    private readonly closing: () => Promise<void>,
  ) {}

  static async open(api: TestApi): Promise<Movements> {
    const url = api.database.urlFor('luutru_worker');
    const { database, close } = await openDatabase({ url, poolSize: 6, applicationName: 'test', entities: [] });
    return new Movements(api, database, close);
  }

  close(): Promise<void> {
    return this.closing();
  }

  watch(batch?: number): MovementWatch {
    return new MovementWatch(this.database, this.api.clock, batch);
  }

  /** Waits until nothing that has been written can be under way, as other tests' transactions hold the border back. */
  async untilEnded(): Promise<void> {
    for (let ended = false; !ended;) {
      const [row] = await this.api.build.rows<{ ended: boolean }>(
        `SELECT pg_snapshot_xmin(pg_current_snapshot()) >= coalesce((SELECT max(xact)::text::bigint + 1 FROM audit_entry)::text::xid8, '0') AS ended`,
      );
      ended = row?.ended ?? false;
    }
  }

  /** Goes through all that has happened; returns how many parts were found and lapsed. */
  async catchUp(watch = this.watch()): Promise<{ found: number; lapsed: number }> {
    await this.untilEnded();
    const sum = { found: 0, lapsed: 0 };
    for (let more = true; more;) {
      const watched = await watch.run();
      sum.found += watched.found;
      sum.lapsed += watched.lapsed;
      more = watched.more;
    }
    return sum;
  }

  /** A stay of somebody in the world's hotel; two nights from the 22nd unless told otherwise. */
  async stay(
    world: World,
    person: { number?: string; phone?: string; document?: object; nationality?: string } = {},
    change: object = {},
  ): Promise<string> {
    const { number = nextPersonalNumber(), document = { type: 1, number }, ...rest } = person;
    const times = { arrivedAt: '2026-11-22T14:00', expectedDepartureAt: '2026-11-24T12:00' };
    const body = { ...guest(times, { document, ...rest }), facilityId: world.hotel.code, ...change };
    const answer = await this.api.declare(world.key, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { stayId: string }).stayId;
  }

  async act(world: World, stayId: string, action: string, body: object): Promise<void> {
    const answer = await this.api
      .call('post', `/v1/stays/${stayId}/${action}`, world.key)
      .send({ version: 1, ...body });
    if (answer.status !== 200) throw new Error(answer.text);
  }
}
