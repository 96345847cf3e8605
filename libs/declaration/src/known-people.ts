import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { addDays, localDate } from '@luutru/calendar';
import { foldName } from '@luutru/identity-document';
import { BlindIndex, CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
import type { PersonInput } from './domain/declaration-input';
import { openStay, SELECT_STAY, type StayRow, type StayView } from './stay.row';

/** Somebody who stayed at the facility before, newest stay first. */
export interface KnownPerson {
  readonly stay: StayView;
  readonly stays: number;
}

/** How far back a facility's own guests are suggested, and how many of the newest stays a name is looked for in. */
const DAYS = 90;
const NEWEST = 500;
const SHOWN = 10;
const NUMBER = /^[A-Za-z0-9]{6,20}$/;

/** A facility's own guests of the last months, so that who comes again need not be typed in again. */
@Injectable()
export class KnownPeople {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** People by the whole number of their paper, or by the beginnings of words of their name, in any order. */
  async suggest(caller: Caller, facilityId: string, text: string): Promise<readonly KnownPerson[]> {
    const number = text.replace(/\s/g, '').toUpperCase();
    const since = addDays(localDate(this.clock.now()), -DAYS);
    const byNumber = NUMBER.test(number) && /\d/.test(number);
    const rows = await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const found = byNumber
        ? await this.byNumber(tx, facilityId, number, since)
        : await this.newest(tx, facilityId, since);
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action: 'stay.suggest',
        subjectKind: 'stay',
        subjectId: null,
        requestId: caller.requestId,
        rowCount: found.length,
      });
      return found;
    });
    const stays = await Promise.all(rows.map((row) => openStay(this.keyRing, row)));
    const matching = byNumber ? stays : stays.filter(({ personal }) => nameMatches(personal.fullName, text));
    return together(matching).slice(0, SHOWN);
  }

  /** The person of a stay at that facility, as a declaration would name them; null when there is none. */
  async find(facilityId: string, stayId: string): Promise<PersonInput | null> {
    const [result] = await this.database.run<StayRow & { stayId: string }>(
      { facilityIds: [facilityId] },
      {
        name: 'known_person',
        text: `${SELECT_STAY} JOIN name_index n ON n.facility_id = s.facility_id AND n.arrived_on = s.arrived_on AND n.stay_id = s.stay_id
               WHERE n.facility_id = $1 AND n.stay_id = $2 AND n.kind = 1`,
        values: [facilityId, stayId],
      },
    );
    const row = result?.rows[0];
    return row ? personOf(await openStay(this.keyRing, row)) : null;
  }

  private byNumber(tx: Transaction, facilityId: string, number: string, since: string): Promise<StayRow[]> {
    const values = this.index.candidates('document', number).map(({ value }) => value);
    return tx.query(
      `${SELECT_STAY} JOIN person_index p ON p.facility_id = s.facility_id AND p.arrived_on = s.arrived_on AND p.stay_id = s.stay_id
       WHERE p.value = ANY($2) AND p.facility_id = $1 AND p.kind = 1 AND s.arrived_on >= $3 AND s.state <> 'cancelled'
       ORDER BY s.arrived_at DESC LIMIT 50`,
      [facilityId, values, since],
    );
  }

  private newest(tx: Transaction, facilityId: string, since: string): Promise<StayRow[]> {
    return tx.query(
      `${SELECT_STAY} WHERE s.facility_id = $1 AND s.arrived_on >= $2 AND s.state <> 'cancelled'
       ORDER BY s.arrived_on DESC, s.stay_id DESC LIMIT $3`,
      [facilityId, since, NEWEST],
    );
  }
}

/** The known person with what is given by hand, which wins. */
export function withKnown(known: PersonInput, given: PersonInput): PersonInput {
  const scanned = given.qr !== undefined || given.mrz !== undefined;
  const { phone, residence, permitUntil } = known;
  const base = scanned ? { phone, residence, permitUntil } : known;
  return {
    ...base,
    ...given,
    document: { ...base.document, ...given.document },
    residence: given.residence ?? base.residence,
  };
}

function personOf({ personal, ...stay }: StayView): PersonInput {
  const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined;
  return {
    fullName: personal.fullName,
    birthDate: personal.birthDate,
    sex: stay.sex,
    nationality: stay.nationality,
    document: {
      type: stay.documentType,
      number: given(personal.documentNumber),
      description: given(personal.documentDescription),
    },
    phone: given(personal.phone),
    permitUntil: given(personal.permitUntil),
    residence: { kind: given(personal.residenceKind), address: given(personal.address) },
  };
}

/** Every word that was typed begins a word of the name; diacritics and order do not matter. */
function nameMatches(fullName: string, typed: string): boolean {
  const words = foldName(fullName).split(' ');
  const wanted = foldName(typed).split(' ').filter(Boolean);
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part)));
}

/** One entry per person: the newest stay, and how many there were. */
function together(stays: readonly StayView[]): KnownPerson[] {
  const people = new Map<string, { stay: StayView; stays: number }>();
  for (const stay of stays) {
    const { documentNumber, fullName, birthDate } = stay.personal;
    const key = documentNumber ?? `${foldName(fullName)}|${birthDate}`;
    const known = people.get(key);
    if (known) known.stays += 1;
    else people.set(key, { stay, stays: 1 });
  }
  return [...people.values()];
}
