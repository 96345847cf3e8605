import fc from 'fast-check';
import {
  addDays,
  atLocalTime,
  daysBetween,
  isCalendarDate,
  localDate,
  localTimeOfDay,
  parseMoment,
  toLocalIso,
} from './vietnam-time';

const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('Vietnam time', () => {
  it('takes the day from the Vietnamese wall clock', () => {
    expect(localDate(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23');
    expect(localDate(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24');
    expect(localTimeOfDay(new Date('2026-11-23T15:55:00Z'))).toBe('22:55');
    expect(atLocalTime('2026-11-23', '23:00').toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  it('agrees with the time zone database', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(fc.property(moments, (at) => expect(`${localDate(at)} ${localTimeOfDay(at)}`).toBe(zone.format(at))));
  });

  it('writes what it reads', () => {
    fc.assert(fc.property(moments, (at) => expect(parseMoment(toLocalIso(at))).toEqual({ ok: true, at })));
  });

  it.each([
    ['2026-11-23T22:55', '2026-11-23T15:55:00.000Z'],
    ['2026-11-23 22:55:30', '2026-11-23T15:55:30.000Z'],
    ['2026-11-23T22:55:00Z', '2026-11-23T22:55:00.000Z'],
    ['2026-11-23T22:55:00+0900', '2026-11-23T13:55:00.000Z'],
  ])('reads %s', (text, iso) => {
    const result = parseMoment(text);
    expect(result.ok && result.at.toISOString()).toBe(iso);
  });

  it.each([
    ['2026-02-31T10:00', 'not-in-calendar'],
    ['2026-11-23T24:30', 'not-in-calendar'],
    ['2026-11-23T10:00+15:00', 'not-in-calendar'],
    ['23/11/2026 10:00', 'malformed'],
    ['2026-11-23', 'malformed'],
    ['', 'malformed'],
  ])('refuses %s as %s', (text, reason) => {
    expect(parseMoment(text)).toEqual({ ok: false, reason });
  });

  it('never throws on odd text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseMoment(text)));
  });

  it('counts days over months and leap years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysBetween('2026-12-31', '2026-11-30')).toBe(-31);
    expect(isCalendarDate('2028-02-29')).toBe(true);
    expect(isCalendarDate('2026-02-29')).toBe(false);
  });
});
