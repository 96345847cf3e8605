import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions, UsageError } from './options';

describe('readOptions', () => {
  it('keeps the state in the project unless told otherwise', () => {
    const options = readOptions([], {});
    expect(existsSync(join(options.root, 'package.json'))).toBe(true);
    expect(options).toMatchObject({ stateDir: join(options.root, '.luutru'), fresh: false, exitWhenReady: false });
    expect(readOptions([], { LUUTRU_STATE_DIR: '/srv/demo' }).stateDir).toBe('/srv/demo');
  });

  it('reads its flags and refuses others', () => {
    expect(readOptions(['--fresh', '--exit-when-ready'], {})).toMatchObject({ fresh: true, exitWhenReady: true });
    expect(() => readOptions(['--frehs'], {})).toThrow(UsageError);
  });

  it('takes an empty DATABASE_URL for none', () => {
    expect(readOptions([], { DATABASE_URL: '' }).databaseUrl).toBeUndefined();
  });
});
