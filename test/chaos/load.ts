import { addDays, localDate } from '@luutru/calendar';
import { nextPersonalNumber } from '../support/builders';
import type { Acknowledged } from './judge';
import type { SeededRandom } from './random';
import { pause } from './stage';

const TIMEOUT_MS = 1_500;
/** A client gives up after so long without an answer; whatever became of that request is then for the judge to see. */
const PATIENCE_MS = 90_000;
const BATCH_ROWS = 40;

/** What a client calls a version of a stay: the room, which is stored in the clear, and whether the guest is there. */
export const markOf = (room: string, left: boolean): string => `${room}|${left ? 'left' : 'in'}`;
/** The room of a declaration names it; corrections add to it. */
export const nameOf = (room: string): string => room.split('.')[0] ?? '';

interface Desk {
  readonly apiUrl: string;
  readonly key: string;
}

/** Clients that declare, correct and check out, each request until it is answered. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that no client should get for what it sent. */
  readonly refusals: string[] = [];
  /** Requests sent again because no answer came. */
  retries = 0;
  /** Answers that told a client to come back later. */
  putOff = 0;
  private serial = 0;

  constructor(
    private readonly desks: readonly Desk[],
    private readonly random: SeededRandom,
  ) {}

  /** One client at work until told to stop. */
  async client(running: () => boolean): Promise<void> {
    while (running()) {
      const desk = this.anyDesk();
      await (this.random.next() < 0.01 ? this.sendFile(desk) : this.receiveGuest(desk));
      await pause(this.random.between(0, 10));
    }
  }

  /** A file of declarations at any desk, until its rows are told. */
  sendOneFile(): Promise<void> {
    return this.sendFile(this.anyDesk());
  }

  private anyDesk(): Desk {
    return this.desks[this.random.between(0, this.desks.length - 1)] as Desk;
  }

  private async receiveGuest(desk: Desk): Promise<void> {
    const room = this.nextName('R');
    const declared = await this.send(desk, '/v1/stays', guest(room), room);
    if (!declared) return;
    const { stayId } = declared as { stayId: string };
    const marks = [markOf(room, false)];
    this.acknowledged.push({ stayId, key: room, marks });
    if (this.random.next() > 0.4) return;
    const other = `${room}.2`;
    const change = { version: 1, changes: { place: { room: other } } };
    if (!(await this.send(desk, `/v1/stays/${stayId}/correct`, change))) return;
    marks.push(markOf(other, false));
    if (this.random.next() > 0.5) return;
    if (!(await this.send(desk, `/v1/stays/${stayId}/check-out`, { version: 2 }))) return;
    marks.push(markOf(other, true));
  }

  private async sendFile(desk: Desk): Promise<void> {
    const rooms = Array.from({ length: BATCH_ROWS }, () => this.nextName('F'));
    const lines = rooms.map((room) => JSON.stringify(guest(room))).join('\n');
    const sent = await this.send(desk, '/v1/batches?mode=commit&policy=valid-rows', lines);
    if (!sent) return;
    const { batchId } = sent as { batchId: string };
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const batch = (await this.send(desk, `/v1/batches/${batchId}`, null)) as { state: string } | null;
      if (batch && ['done', 'partly', 'refused', 'cancelled'].includes(batch.state)) break;
      if (!batch || Date.now() > end) return;
      await pause(300);
    }
    const page = await this.send(desk, `/v1/batches/${batchId}/rows?limit=1000`, null);
    const { rows } = (page ?? { rows: [] }) as { rows: { row: number; stayId: string | null }[] };
    for (const { row, stayId } of rows) {
      const room = rooms[row - 1] ?? '';
      if (stayId) this.acknowledged.push({ stayId, key: room, marks: [markOf(room, false)] });
      else this.refusals.push(`row ${room} of a file was refused`);
    }
  }

  private nextName(prefix: string): string {
    return `${prefix}${String((this.serial += 1))}`;
  }

  /** Sends until there is an answer; null when patience ends or the answer is no. */
  private async send(
    { apiUrl, key }: Desk,
    path: string,
    body: object | string | null,
    name?: string,
  ): Promise<unknown> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; this.retries += 1) {
      try {
        const answer = await fetch(`${apiUrl}${path}`, {
          method: body === null ? 'GET' : 'POST',
          headers: {
            Authorization: `Bearer ${key}`,
            ...(body !== null && {
              'Content-Type': typeof body === 'string' ? 'application/octet-stream' : 'application/json',
            }),
            ...(name !== undefined && { 'Idempotency-Key': name }),
          },
          ...(body !== null && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const text = await answer.text();
        if (answer.ok) return JSON.parse(text);
        if (answer.status < 500 && answer.status !== 429) {
          this.refusals.push(`${path}: ${String(answer.status)} ${text.slice(0, 300)}`);
          return null;
        }
        this.putOff += 1;
      } catch {
        // Cut, too late or half an answer: the same again.
      }
      await pause(this.random.between(50, 250));
    }
    return null;
  }
}

const guest = (room: string): object => ({
  kind: 'guest',
  expectedDepartureAt: `${addDays(localDate(new Date()), 1)}T12:00`,
  reason: 1,
  person: {
    fullName: 'Trần Thị Bình',
    birthDate: '1990-08-15',
    sex: 'F',
    nationality: 'VNM',
    document: { type: 1, number: nextPersonalNumber() },
    residence: { kind: 1, address: 'Phường Minh An, Thành phố Hội An, Quảng Nam' },
  },
  place: { room },
});
