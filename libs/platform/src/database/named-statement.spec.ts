import { namedStatement } from './named-statement';

describe('namedStatement', () => {
  const build = namedStatement<'id' | 'at'>('s', 'SELECT :id::uuid, :at::timestamptz, now()::date WHERE x = :id');

  it('numbers names by first use and leaves casts alone', () => {
    expect(build({ at: 'later', id: 'one' })).toEqual({
      name: 's',
      text: 'SELECT $1::uuid, $2::timestamptz, now()::date WHERE x = $1',
      values: ['one', 'later'],
    });
  });

  it('refuses a missing value instead of sending NULL', () => {
    expect(() => build({ id: 'one' } as never)).toThrow('no value for :at');
  });
});
