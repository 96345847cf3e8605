import { ConfigError, integer, oneOf, pem, readConfig, text, url } from './read-config';

const shape = {
  PORT: integer('the port to listen on', { min: 0, max: 65_535, fallback: 3000 }),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'the database'),
  LOG_LEVEL: oneOf(['info', 'debug'], 'info'),
  NAME: text('a name'),
};

describe('readConfig', () => {
  it('reads values and defaults', () => {
    expect(readConfig(shape, { DATABASE_URL: 'postgres://x/y', NAME: 'n' })).toEqual({
      PORT: 3000,
      DATABASE_URL: 'postgres://x/y',
      LOG_LEVEL: 'info',
      NAME: 'n',
    });
  });

  it('names every wrong variable at once', () => {
    const read = () => readConfig(shape, { PORT: '70000', DATABASE_URL: 'http://x', LOG_LEVEL: 'loud', NAME: '' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT must be[\s\S]*DATABASE_URL must be[\s\S]*LOG_LEVEL must be[\s\S]*NAME is not set/);
  });

  it('takes a PEM plain or as base64', () => {
    const key = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n';
    const keys = readConfig({ A: pem('a key'), B: pem('a key') }, { A: key, B: Buffer.from(key).toString('base64') });
    expect(keys).toEqual({ A: key, B: key });
    expect(() => readConfig({ A: pem('a key') }, { A: 'zzz' })).toThrow(/A must be a PEM/);
  });
});
