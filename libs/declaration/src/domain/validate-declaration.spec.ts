import fc from 'fast-check';
import type { DeclarationContext } from './declaration-context';
import type { DeclarationInput, PersonInput } from './declaration-input';
import { PLACE_FIELDS, PLACE_TABLE, STAY_KINDS } from './stay-kind';
import { context, person, VALID } from './testing/sample';
import { validateDeclaration } from './validate-declaration';

function findings(input: DeclarationInput, where: DeclarationContext = context(), faulty: string[] = []): string[] {
  const result = validateDeclaration(input, where, faulty);
  const list = result.ok ? result.draft.warnings : result.findings;
  return list.map((finding) => `${finding.severity === 'error' ? '!' : '?'}${finding.code} ${finding.pointer}`).sort();
}

const draft = (input: DeclarationInput, where = context()) => {
  const result = validateDeclaration(input, where);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.draft;
};

const guest = (change: Partial<DeclarationInput>): DeclarationInput => ({ ...VALID.guest, ...change });
const guestWith = (change: Partial<PersonInput>): DeclarationInput => guest({ person: { ...person, ...change } });

describe('validateDeclaration', () => {
  it.each(STAY_KINDS)('accepts a right %s without a doubt', (kind) => {
    expect(findings(VALID[kind])).toEqual([]);
  });

  it('fills in what is implied', () => {
    expect(draft(VALID.guest)).toMatchObject({
      arrivedAt: new Date('2026-11-23T14:56:00Z'),
      late: false,
      dueAt: new Date('2026-11-23T16:00:00Z'),
    });
    expect(draft(VALID.patient)).toMatchObject({
      reason: 18,
      expectedDepartureAt: null,
      place: { department: 'NOI', room: '5', bed: '2' },
    });
    expect(draft(VALID.relative)).toMatchObject({ reason: 18, place: { department: 'NOI' } });
    expect(draft(VALID.relative).place.bed).toBeUndefined();
    expect(draft(VALID.passenger)).toMatchObject({
      arrivedAt: new Date('2026-11-23T12:00:00Z'),
      expectedDepartureAt: new Date('2026-11-24T02:00:00Z'),
      reason: null,
    });
    expect(draft(VALID.tenant, context({}, { industrialZoneId: 'KCN' })).place.industrialZoneId).toBe('KCN');
    expect(draft(VALID.guest).person).toMatchObject({ nationality: 'VNM', originProvinceId: null });
  });

  describe('the place', () => {
    const cases = STAY_KINDS.flatMap((kind) =>
      PLACE_FIELDS.map((field) => [kind, field, PLACE_TABLE[kind][field]] as const),
    );

    it.each(cases.filter(([, , need]) => need === undefined))('%s has no %s', (kind, field) => {
      expect(findings({ ...VALID[kind], place: { ...VALID[kind].place, [field]: 'x' } })).toContain(
        `!field-not-for-kind /place/${field}`,
      );
    });

    it.each(cases.filter(([, , need]) => need === 'required' || need === 'by-facility'))(
      '%s needs %s',
      (kind, field) => {
        const place = { ...VALID[kind].place, [field]: undefined };
        const blank = { ...VALID[kind].place, [field]: '  ' };
        const nobody = context({ patient: null });
        expect(findings({ ...VALID[kind], place }, nobody)).toContain(`!field-required /place/${field}`);
        expect(findings({ ...VALID[kind], place: blank }, nobody)).toContain(`!field-required /place/${field}`);
      },
    );

    it('needs a room only where the facility does, a zone only in zone housing', () => {
      expect(findings(guest({ place: {} }), context({}, { roomRequired: false }))).toEqual([]);
      expect(findings(VALID.tenant, context({}, { zoneRequired: true }))).toEqual([
        '!field-required /place/industrialZoneId',
      ]);
    });

    it('must exist and be open', () => {
      expect(findings(VALID.passenger, context({ trip: null }))).toContain('!trip-unknown /place/tripId');
      const trip = context().trip;
      expect(findings(VALID.passenger, context({ trip: trip && { ...trip, open: false } }))).toEqual([
        '!trip-closed /place/tripId',
      ]);
      expect(findings(VALID.relative, context({ patient: null }))).toContain('!patient-unknown /place/patientId');
      const patient = context().patient;
      expect(findings(VALID.patient, context({ patient: patient && { ...patient, discharged: true } }))).toEqual([
        '!patient-discharged /place/patientId',
      ]);
      expect(findings({ ...VALID.relative, place: { ...VALID.relative.place, relation: 'boss' } })).toEqual([
        '!code-unknown /place/relation',
      ]);
    });

    it('has stops in driving order', () => {
      const stops = (boardingStop: string, alightingStop: string) =>
        findings({ ...VALID.passenger, place: { ...VALID.passenger.place, boardingStop, alightingStop } });
      expect(stops('VINH', 'HN')).toEqual([]);
      expect(stops('HN', 'DN')).toEqual(['!alighting-before-boarding /place/alightingStop']);
      expect(stops('DN', 'DN')).toEqual(['!alighting-before-boarding /place/alightingStop']);
      expect(stops('X', 'HN')).toEqual(['!stop-not-on-route /place/boardingStop']);
    });

    it('is only doubted when it is new to the list', () => {
      expect(findings(guest({ place: { room: '999' } }))).toEqual(['?room-not-listed /place/room']);
      expect(findings({ ...VALID.patient, place: { patientId: 'a', department: 'X' } })).toEqual([
        '?department-not-listed /place/department',
      ]);
    });
  });

  describe('the period', () => {
    it.each<[string, Partial<DeclarationInput>, string[]]>([
      ['later today', { arrivedAt: '2026-11-23T23:30' }, []],
      ['yesterday, now late', { arrivedAt: '2026-11-22T10:00' }, ['?declared-late /arrivedAt']],
      [
        'sixty days ago',
        { arrivedAt: '2026-09-24T10:00', expectedDepartureAt: '2026-10-01T10:00' },
        ['?declared-late /arrivedAt'],
      ],
      [
        'sixty-one days ago',
        { arrivedAt: '2026-09-23T10:00', expectedDepartureAt: '2026-10-01T10:00' },
        ['!arrival-too-long-ago /arrivedAt'],
      ],
      ['tomorrow', { arrivedAt: '2026-11-24T00:00' }, ['!arrival-in-future /arrivedAt']],
      [
        'ending before it began',
        { arrivedAt: '2026-11-23T12:00', expectedDepartureAt: '2026-11-23T11:59' },
        ['!departure-before-arrival /expectedDepartureAt'],
      ],
      ['of one minute', { arrivedAt: '2026-11-23T12:00', expectedDepartureAt: '2026-11-23T12:00' }, []],
      ['of thirty days', { expectedDepartureAt: '2026-12-23T23:00' }, []],
      [
        'of thirty-one days',
        { expectedDepartureAt: '2026-12-24T00:00' },
        ['!stay-longer-than-notice /expectedDepartureAt'],
      ],
      ['without an end', { expectedDepartureAt: undefined }, ['!field-required /expectedDepartureAt']],
      ['on 31 February', { arrivedAt: '2026-02-31T10:00' }, ['!moment-not-in-calendar /arrivedAt']],
      [
        'in words',
        { arrivedAt: 'hôm nay', expectedDepartureAt: 'mai' },
        ['!moment-malformed /arrivedAt', '!moment-malformed /expectedDepartureAt'],
      ],
    ])('%s', (_what, change, expected) => expect(findings(guest(change))).toEqual(expected));

    it('of a month or more reminds a tenant to register', () => {
      expect(findings({ ...VALID.tenant, expectedDepartureAt: '2026-12-22T12:00' })).toEqual([]);
      expect(findings({ ...VALID.tenant, expectedDepartureAt: '2027-06-01T12:00' })).toEqual([
        '?temporary-residence-needed /expectedDepartureAt',
      ]);
    });
  });

  it.each<[string, Partial<DeclarationInput>, string[]]>([
    ['needs a reason', { reason: undefined }, ['!field-required /reason']],
    ['knows its reasons', { reason: 21 }, ['!code-unknown /reason']],
    ['spells out reason 20', { reason: 20 }, ['!reason-text-required /reasonText']],
    [
      'spells out reason 20 in more than blanks',
      { reason: 20, reasonText: '  ' },
      ['!reason-text-required /reasonText'],
    ],
    ['takes reason 20 with its text', { reason: 20, reasonText: 'Dự giải chạy' }, []],
    ['spells out no other reason', { reason: 1, reasonText: 'x' }, ['!reason-text-not-for-code /reasonText']],
  ])('%s', (_what, change, expected) => expect(findings(guest(change))).toEqual(expected));

  describe('the person', () => {
    const qr = '049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021';
    const mrz = 'P<D<<MUELLER<<HANS<PETER<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125M3102282<<<<<<<<<<<<<<<2';

    it('is read from a card or a passport', () => {
      expect(draft(guest({ person: { qr } })).person).toMatchObject({
        fullName: 'TRẦN THỊ BÌNH',
        documentType: 1,
        residenceWardId: 'w20410',
        originProvinceId: 'p48',
      });
      const foreigner = draft(guest({ person: { mrz } }));
      expect(foreigner.person).toMatchObject({
        nationality: 'D',
        documentType: 4,
        documentNumber: 'C01X00T47',
        birthDate: '1964-08-12',
      });
      expect(foreigner.dueAt).toEqual(new Date('2026-11-24T02:56:00Z'));
    });

    it('may be put right by hand; a different number is pointed out', () => {
      expect(draft(guest({ person: { qr, fullName: 'Trần Thị Bính' } })).person.fullName).toBe('Trần Thị Bính');
      expect(findings(guest({ person: { qr, document: { number: '049190009999' } } }))).toEqual([
        '?differs-from-scan /person/document/number',
      ]);
      expect(findings(guest({ person: { qr: qr.replace('15081990', '31021990') } }))).toEqual([
        '!field-required /person/birthDate',
        '?scan-field-unreadable /person/qr',
      ]);
      expect(findings(guest({ person: { qr: qr.replace('15081990', '31021990'), birthDate: '1990-08-15' } }))).toEqual([
        '?scan-field-unreadable /person/qr',
      ]);
    });

    it.each<[string, PersonInput | undefined, string[]]>([
      ['is missing', undefined, ['!field-required /person']],
      [
        'is scanned twice',
        { qr, mrz },
        [
          '!field-required /person/birthDate',
          '!field-required /person/document/type',
          '!field-required /person/fullName',
          '!field-required /person/sex',
          '!one-scan-only /person/mrz',
        ],
      ],
      [
        'is born tomorrow',
        { ...person, birthDate: '2026-11-24' },
        ['!birth-date-in-future /person/birthDate', '?personal-number-birth-year /person/birthDate'],
      ],
      [
        'is born next year',
        { ...person, birthDate: '2027' },
        ['!birth-date-in-future /person/birthDate', '?personal-number-birth-year /person/birthDate'],
      ],
      [
        'is very old',
        { ...person, birthDate: '1899-12-31' },
        ['!birth-date-too-long-ago /person/birthDate', '?personal-number-birth-year /person/birthDate'],
      ],
      ['is born on 31 February', { ...person, birthDate: '1990-02-31' }, ['!date-not-in-calendar /person/birthDate']],
      [
        'has a paper of no known type',
        { ...person, document: { type: 99, number: '1' } },
        ['!code-unknown /person/document/type'],
      ],
      ['has no number', { ...person, document: { type: 1 } }, ['!document-number-required /person/document/number']],
      [
        'has no papers, undescribed',
        { ...person, document: { type: 9 } },
        ['!document-description-required /person/document/type', '?no-papers /person/document/type'],
      ],
      [
        'has no papers, described',
        { ...person, document: { type: 9, description: 'Mất giấy tờ' } },
        ['?no-papers /person/document/type'],
      ],
      [
        'has a strange nationality',
        { ...person, nationality: 'xyz', document: { type: 4, number: 'AB123' } },
        ['?nationality-not-listed /person/nationality'],
      ],
      ['has a phone in words', { ...person, phone: 'không có' }, ['!phone-malformed /person/phone']],
      ['has a phone as people write it', { ...person, phone: '+84 (905) 000-111' }, []],
      [
        'lives nowhere known',
        { ...person, residence: { address: 'Xóm Núi' } },
        ['?address-not-resolved /person/residence/address'],
      ],
      [
        'lives at a wrong code',
        { ...person, residence: { wardCode: '1' } },
        ['!code-unknown /person/residence/wardCode'],
      ],
      [
        'lives in a wrong province',
        { ...person, residence: { provinceCode: '1' } },
        ['!code-unknown /person/residence/provinceCode'],
      ],
      ['lives in a known province', { ...person, residence: { provinceCode: '501' } }, []],
      ['lives in an unknown way', { ...person, residence: { kind: 77 } }, ['!code-unknown /person/residence/kind']],
    ])('%s', (_what, who, expected) =>
      expect(findings(guest({ person: who }))).toEqual(expect.arrayContaining(expected)),
    );

    it('is contradicted by the number at most with a doubt', () => {
      expect(findings(guestWith({ sex: 'M', birthDate: '1991-01-01' }))).toEqual([
        '?personal-number-birth-year /person/birthDate',
        '?personal-number-sex /person/sex',
      ]);
    });
  });

  it('refuses facilities that are closed or take no such stays', () => {
    expect(findings(VALID.guest, context({}, { active: false }))).toEqual(['!facility-not-active /facilityId']);
    expect(findings(VALID.guest, context({}, { stayKinds: new Set() }))).toEqual(['!kind-not-for-facility /kind']);
  });

  it('reports everything at once, and nothing twice', () => {
    const all = findings({
      kind: 'guest',
      person: { fullName: '', sex: 'F' },
      arrivedAt: 'x',
      reason: 99,
      place: { seat: '1' },
    });
    expect(all).toEqual(
      expect.arrayContaining([
        '!moment-malformed /arrivedAt',
        '!code-unknown /reason',
        '!field-required /place/room',
        '!field-not-for-kind /place/seat',
      ]),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(
      findings(
        { kind: 'guest', reason: 1, expectedDepartureAt: '2026-11-25T12:00', place: { room: '203' } },
        context(),
        ['/person'],
      ),
    ).toEqual([]);
    expect(findings(guestWith({ document: undefined }), context(), ['/person/document'])).toEqual([]);
    expect(validateDeclaration(VALID.guest, context(), ['/unknown']).ok).toBe(false);
  });

  it('never throws, and never accepts without a complete draft', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('2026-11-23T10:00', '049190001234', 'VNM', '203'),
    );
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const anybody = fc.record({
      qr: maybe(text),
      mrz: maybe(text),
      fullName: maybe(text),
      birthDate: maybe(text),
      sex: maybe(fc.constantFrom('M' as const, 'F' as const)),
      nationality: maybe(text),
      phone: maybe(text),
      document: maybe(fc.record({ type: maybe(fc.integer()), number: maybe(text), description: maybe(text) })),
      residence: maybe(
        fc.record({
          kind: maybe(fc.integer()),
          address: maybe(text),
          wardCode: maybe(text),
          provinceCode: maybe(text),
        }),
      ),
    });
    const anything = fc.record({
      kind: maybe(fc.constantFrom(...STAY_KINDS)),
      person: maybe(anybody),
      arrivedAt: maybe(text),
      expectedDepartureAt: maybe(text),
      reason: maybe(fc.integer()),
      reasonText: maybe(text),
      note: maybe(text),
      place: maybe(fc.dictionary(fc.constantFrom(...PLACE_FIELDS), text)),
    });
    fc.assert(
      fc.property(anything, (input) => {
        const result = validateDeclaration(input, context());
        if (result.ok) expect(result.draft.person.fullName.length).toBeGreaterThan(0);
        else expect(result.findings.some((finding) => finding.severity === 'error')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
