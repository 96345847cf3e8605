import fc from 'fast-check';
import { encodeFields, type Field } from './encoding';
import { AUDIT_COLUMNS, type AuditRow, leafOf } from './leaf';

const row: AuditRow = {
  facility_id: '01890000-0000-7000-8000-000000000001',
  at: '1795445760123456',
  audit_id: '01890000-0000-7000-8000-000000000002',
  xact: '812',
  actor_kind: 'api-key',
  actor_id: 'k1',
  action: 'stay.read',
  subject_kind: 'stay',
  subject_id: null,
  request_id: '',
  purpose: null,
  row_count: '3',
  detail: '{"a": 1}',
};

describe('leafOf', () => {
  it('stays what it was: sealed entries are checked against it for years', () => {
    expect(leafOf(row).toString('hex')).toBe('db825aa0c997df94acddc7ace4e11807fc0336c440fe4f0d36086e2a0b3b4b4b');
  });

  it.each(AUDIT_COLUMNS)('depends on %s', (name) => {
    expect(leafOf({ ...row, [name]: `${row[name] ?? ''}1` })).not.toEqual(leafOf(row));
  });

  it.each(['subject_id', 'request_id', 'purpose', 'detail'] as const)('tells an empty %s from none', (name) => {
    expect(leafOf({ ...row, [name]: '' })).not.toEqual(leafOf({ ...row, [name]: null }));
  });

  it('tells apart what moved from one column to the next', () => {
    expect(leafOf({ ...row, actor_id: 'k1s', action: 'tay.read' })).not.toEqual(leafOf(row));
    expect(leafOf({ ...row, purpose: '3', row_count: null })).not.toEqual(leafOf({ ...row, row_count: '3' }));
  });
});

describe('encodeFields', () => {
  /** Reads an encoding back: that this is possible is what makes it unambiguous. */
  function decode(encoded: string): string[] {
    const bytes = Buffer.from(encoded);
    const parts: string[] = [];
    for (let at = 0; at < bytes.length;) {
      const begin = bytes.indexOf(':', at) + 1;
      const end = begin + Number(bytes.toString('ascii', at, begin - 1));
      parts.push(bytes.toString('utf8', begin, end));
      at = end + 1;
    }
    return parts;
  }

  it('can be read back, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, fc.array(fc.tuple(text, text)), (label, fields) => {
        expect(decode(encodeFields(label, fields as Field[]))).toEqual([label, ...fields.flat()]);
      }),
    );
  });
});
