import { normalisePlate, type Operator, planTrip } from './plan-trip';

const operator: Operator = {
  active: true,
  runsTrips: true,
  vehicles: [{ plate: '43B-012.34' }],
  routes: [
    {
      code: 'DN-HN',
      stops: [
        { code: 'DN', name: 'Đà Nẵng', afterMinutes: 0 },
        { code: 'VINH', name: 'Vinh', afterMinutes: 480 },
        { code: 'HN', name: 'Hà Nội', afterMinutes: 840 },
      ],
    },
  ],
};
const now = new Date('2026-11-23T08:00:00Z');
const input = { plate: '43b 012 34', routeCode: 'DN-HN', departsAt: '2026-11-23T19:00', driverName: 'Võ Văn Tài' };

describe('planTrip', () => {
  it('takes stops and times from the route', () => {
    const planned = planTrip(input, operator, now);
    expect(planned).toMatchObject({ ok: true, warnings: [], plan: { plate: '43B01234', externalRef: null } });
    expect(planned.ok && planned.plan.stops.map((stop) => stop.expectedAt)).toEqual([
      '2026-11-23T12:00:00.000Z',
      '2026-11-23T20:00:00.000Z',
      '2026-11-24T02:00:00.000Z',
    ]);
    expect(planned.ok && planned.plan.expectedArrivalAt).toEqual(new Date('2026-11-24T02:00:00.000Z'));
  });

  it('lets a replacement vehicle drive, with a doubt', () => {
    expect(planTrip({ ...input, plate: '92H-4321' }, operator, now)).toMatchObject({
      ok: true,
      warnings: [{ code: 'vehicle-not-listed', pointer: '/plate' }],
    });
  });

  it.each([
    [{ ...input, plate: 'bus' }, 'plate-malformed', '/plate'],
    [{ ...input, plate: undefined }, 'field-required', '/plate'],
    [{ ...input, routeCode: 'X' }, 'route-unknown', '/routeCode'],
    [{ ...input, departsAt: '2026-02-31T10:00' }, 'moment-not-in-calendar', '/departsAt'],
    [{ ...input, departsAt: 'soon' }, 'moment-malformed', '/departsAt'],
    [{ ...input, departsAt: '2027-06-01T10:00' }, 'departure-too-far-ahead', '/departsAt'],
    [{ ...input, departsAt: '2016-11-23T19:00' }, 'arrival-too-long-ago', '/departsAt'],
  ])('refuses %j', (faulty, code, pointer) => {
    const planned = planTrip(faulty, operator, now);
    expect(planned.ok ? [] : planned.issues.map((issue) => [issue.code, issue.pointer])).toEqual([[code, pointer]]);
  });

  it('refuses a facility that runs no buses or is closed', () => {
    const hotel = planTrip(input, { ...operator, runsTrips: false }, now);
    expect(hotel.ok ? [] : hotel.issues.map((issue) => issue.code)).toEqual(['kind-not-for-facility']);
    const closed = planTrip(input, { ...operator, active: false }, now);
    expect(closed.ok ? [] : closed.issues.map((issue) => issue.code)).toEqual(['facility-not-active']);
  });

  it('reads plates however they are written', () => {
    expect(['43B-012.34', '43B01234', ' 43b 012 34'].map(normalisePlate)).toEqual(Array(3).fill('43B01234'));
  });
});
