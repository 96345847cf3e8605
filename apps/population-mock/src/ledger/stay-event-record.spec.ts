import fc from 'fast-check';
import { Failure } from '../http/failure';
import { readStayEvent } from './stay-event-record';

const whole = {
  eventId: 'f1:s1:1',
  type: 'arrival',
  facilityId: 'f1',
  stayId: 's1',
  sequence: 1,
  occurredAt: '2026-11-23T14:55:00.000Z',
  declaredAt: '2026-11-23T22:00:00+07:00',
  dueAt: '2026-11-23T16:00:00.000Z',
  late: false,
  facility: { name: 'Khách sạn Sông Hoài', kind: 'KS', wardCode: '' },
  person: {
    documentType: 1,
    documentNumber: '049090001234',
    nationality: 'VNM',
    fullName: 'Nguyễn Văn An',
    birthDate: '1990-08-15',
    sex: 'M',
  },
  stay: { kind: 'guest', arrivedAt: '2026-11-23T14:55:00.000Z', reason: null, place: { room: '203', bed: 'A' } },
};

describe('readStayEvent', () => {
  it.each<[string, unknown]>([
    ['person.fullName', { ...whole, person: { ...whole.person, fullName: 7 } }],
    ['person.fullName', { ...whole, person: { ...whole.person, fullName: 'nul \u0000' } }],
    ['person.fullName', { ...whole, person: { ...whole.person, fullName: 'half \ud83d' } }],
    ['person.birthDate', { ...whole, person: { ...whole.person, birthDate: '2026-02-30' } }],
    ['person.documentType', { ...whole, person: { ...whole.person, documentType: 10 } }],
    ['person.phone', { ...whole, person: { ...whole.person, phone: null } }],
    ['person.passport', { ...whole, person: { ...whole.person, passport: 'x' } }],
    ['person.?', { ...whole, person: { ...whole.person, 'Nguyễn Văn An': 'x' } }],
    ['stay.reason', { ...whole, stay: { ...whole.stay, reason: '1' } }],
    ['stay.place.room', { ...whole, stay: { ...whole.stay, place: { room: 203 } } }],
    ['stay.place', { ...whole, stay: { ...whole.stay, place: ['203'] } }],
    ['stay.place', { ...whole, stay: { ...whole.stay, place: { 'phòng 203': '' } } }],
    ['stay.departedAt', { ...whole, stay: { ...whole.stay, departedAt: '2026-13-01T00:00:00Z' } }],
    ['occurredAt', { ...whole, occurredAt: '2026-11-23T14:55:00' }],
    ['eventId', { ...whole, eventId: 'f1:s1:2' }],
    ['facility', { ...whole, facility: null }],
    ['late', { ...whole, late: undefined }],
    ['type', { ...whole, type: 'toString' }],
    ['sequence', { ...whole, sequence: 1e300 }],
    ['body', []],
    ['body', null],
    ['body', 'text'],
  ])('names %s when it is wrong', (field, body) => {
    const failure = failureOf(() => readStayEvent(body));
    expect(failure).toMatchObject({ status: 400, code: 'INVALID', extra: { field } });
    expect(failure.message.startsWith(field)).toBe(true);
  });

  it('makes the same content of the same event, whatever the order of its members', () => {
    const { person, stay, ...rest } = whole;
    const other = { stay: { ...stay, place: { bed: 'A', room: '203' } }, person: { ...person }, ...rest };
    expect(readStayEvent(other).contentHash).toBe(readStayEvent(whole).contentHash);
  });

  it('makes another content of another event', () => {
    const other = { ...whole, late: true };
    expect(readStayEvent(other).contentHash).not.toBe(readStayEvent(whole).contentHash);
    expect(JSON.parse(readStayEvent(whole).content)).toEqual(whole);
  });

  it('answers any JSON with an event or a refusal, never by breaking', () => {
    const fields = fc.constantFrom(...Object.keys(whole));
    fc.assert(
      fc.property(fields, fc.jsonValue(), (field, value) => {
        try {
          expect(readStayEvent({ ...whole, [field]: value }).event).toMatchObject({ eventId: whole.eventId });
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
    );
  });
});

function failureOf(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
