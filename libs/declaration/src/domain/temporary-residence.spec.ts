import { decide } from './act';
import { correct, type RecordedStay } from './correct';
import type { DeclarationContext } from './declaration-context';
import type { DeclarationInput, PersonInput } from './declaration-input';
import { context, person, VALID } from './testing/sample';
import { hasToRegister } from './temporary-residence';
import { validateDeclaration } from './validate-declaration';

const POINTER = '/place/temporaryResidenceOn';
const FOREIGNER: PersonInput = { ...person, nationality: 'FRA', document: { type: 4, number: 'C01X00T47' } };

const tenant = (on: string | undefined, change: Partial<DeclarationInput> = {}): DeclarationInput => ({
  ...VALID.tenant,
  place: { ...VALID.tenant.place, temporaryResidenceOn: on },
  ...change,
});
const findings = (input: DeclarationInput, where?: DeclarationContext): string[] => {
  const result = validateDeclaration(input, where ?? context());
  return (result.ok ? result.draft.warnings : result.findings).map(({ code, pointer }) => `${code} ${pointer}`);
};

function recorded(on: string | undefined, who: PersonInput = person): RecordedStay {
  const result = validateDeclaration(tenant(on, { person: who }), context());
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const { draft } = result;
  return {
    ...{ ...draft, state: 'in_house', departedAt: null, lastAction: null, lastActedAt: null },
    declaredAt: context().now,
    hasToRegister: hasToRegister(draft.person, draft.place),
  };
}

describe('the day of registering temporary residence', () => {
  it.each([
    ['of today', '2026-11-23', []],
    ['of years before', '2019-02-28', []],
    ['of before the birth, as of a mistyped year', '0206-11-20', [`registration-before-birth ${POINTER}`]],
    ['in blanks', '  ', []],
    ['of tomorrow', '2026-11-24', [`registration-in-future ${POINTER}`]],
    ['that there never was', '2026-02-30', [`date-malformed ${POINTER}`]],
    ['as people write it', '20/11/2026', [`date-malformed ${POINTER}`]],
  ])('%s', (_what, on, expected) => expect(findings(tenant(on))).toEqual(expected));

  it('is of tenants alone, and of citizens', () => {
    const guest = { ...VALID.guest, place: { room: '203', temporaryResidenceOn: '2026-11-20' } };
    expect(findings(guest)).toEqual([`field-not-for-kind ${POINTER}`]);
    expect(findings(tenant('2026-11-20', { person: FOREIGNER }))).toEqual([`registration-of-foreigner ${POINTER}`]);
  });

  it('spares whoever registered, and foreigners, being told to', () => {
    const expectedDepartureAt = '2027-06-01T12:00';
    const reminder = 'temporary-residence-needed /expectedDepartureAt';
    expect(findings(tenant(undefined, { expectedDepartureAt }))).toEqual([reminder]);
    expect(findings(tenant('2026-11-20', { expectedDepartureAt }))).toEqual([]);
    expect(findings(tenant(undefined, { expectedDepartureAt, person: FOREIGNER }))).toEqual([]);
    const extended = (stay: RecordedStay) => decide(stay, { action: 'extend', expectedDepartureAt }, context());
    expect(extended(recorded(undefined))).toMatchObject({ warnings: [{ code: 'temporary-residence-needed' }] });
    expect(extended(recorded('2026-11-20'))).toMatchObject({ warnings: [] });
    expect(extended(recorded(undefined, FOREIGNER))).toMatchObject({ warnings: [] });
  });

  it('may come after the declaration, but not after the day on which it is told', () => {
    const later = context({ now: new Date('2027-01-10T03:00:00Z') });
    const told = (on: string) =>
      correct(recorded(undefined), { changes: { place: { temporaryResidenceOn: on } }, clear: [] }, later);
    expect(told('2027-01-10')).toMatchObject({ ok: true, changed: [POINTER] });
    expect(told('2027-01-11')).toMatchObject({
      ok: false,
      findings: [{ code: 'registration-in-future', pointer: `/changes${POINTER}` }],
    });
  });

  it('is taken back, and goes with the kind of the stay', () => {
    const cleared = correct(recorded('2026-11-20'), { changes: {}, clear: ['place.temporaryResidenceOn'] }, context());
    expect(cleared).toMatchObject({ ok: true, changed: [POINTER], draft: { place: { unit: 'P12' } } });
    const changes = { kind: 'guest' as const, expectedDepartureAt: '2026-11-25T12:00', place: { room: '203' } };
    const guest = correct(recorded('2026-11-20'), { changes, clear: [] }, context());
    expect(guest).toMatchObject({ ok: true, draft: { place: { room: '203' } } });
    expect(guest.ok && guest.draft.place.temporaryResidenceOn).toBeUndefined();
  });

  it('of somebody who turns out to be a foreigner has to be taken back with it', () => {
    const changes = { person: { nationality: 'FRA', document: { type: 4, number: 'C01X00T47' } } };
    expect(correct(recorded('2026-11-20'), { changes, clear: [] }, context())).toMatchObject({
      ok: false,
      findings: [{ code: 'registration-of-foreigner' }],
    });
    const both = correct(recorded('2026-11-20'), { changes, clear: ['place.temporaryResidenceOn'] }, context());
    expect(both.ok).toBe(true);
  });
});
