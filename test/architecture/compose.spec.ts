import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { databaseUrls } from '../../apps/demo/src/databases';
import { environments, type Wiring } from '../../apps/demo/src/environments';
import { makeSecrets } from '../../apps/demo/src/secrets';

const ROOT = join(__dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');

interface Service {
  readonly image: string;
  readonly command?: string | readonly string[];
  readonly environment?: Record<string, string>;
  readonly ports?: readonly string[];
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly configs?: readonly { readonly source: string }[];
}

interface Compose {
  readonly services: Record<string, Service>;
  readonly configs: Record<string, { readonly content: string }>;
}

// Compose merges "<<" as YAML 1.1 does.
const compose = load(TEXT, { schema: YAML11_SCHEMA }) as Compose;
const services = Object.entries(compose.services);

/** The program of this repository that a service runs, if it is one of ours. */
function programOf({ command }: Service): string | null {
  const [, program = null] = /dist\/apps\/([a-z-]+)\/src\/main\.js/.exec([command ?? ''].flat().join(' ')) ?? [];
  return program;
}

const ours = services.flatMap(([name, service]) => {
  const program = programOf(service);
  return program ? [{ name, program, service }] : [];
});

/** Sources of a program in which a variable can be read. */
function sourcesOf(program: string): string {
  const folder = join(ROOT, 'apps', program, 'src');
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

const notReadBy = (program: string, names: readonly string[]): string[] => {
  const sources = sourcesOf(program);
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
};

describe('docker-compose.yml', () => {
  const body = TEXT.slice(TEXT.indexOf('\nname:'));
  const comment = TEXT.slice(0, TEXT.indexOf('\nname:'));
  // `$$` is an escaped `$`: no variable of Compose.
  const uses = [...body.matchAll(/(?<!\$)\$\{([A-Z_]+)(:[-?])?/g)].map(([, name = '', kind = '']) => ({ name, kind }));

  it('runs two of what must survive the loss of one', () => {
    expect(TEXT.match(/replicas: 2/g)).toHaveLength(2);
    expect(ours.map(({ name }) => name).sort()).toEqual([
      'api',
      'identity-mock',
      'importer',
      'migrate',
      'population-mock',
      'worker',
    ]);
  });

  it('explains every variable in its first comment', () => {
    const variables = comment.slice(comment.indexOf('Variables'));
    const unexplained = uses.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(variables));
    expect(uses.length).toBeGreaterThan(10);
    expect(unexplained).toEqual([]);
  });

  it('stops with a message, or has a default, for every variable', () => {
    expect(uses.filter(({ kind }) => kind === '')).toEqual([]);
  });

  it('has a way to make every variable that it insists on', () => {
    const steps = comment.slice(0, comment.indexOf('Variables'));
    const insisted = new Set(uses.filter(({ kind }) => kind === ':?').map(({ name }) => name));
    const made = [...insisted].filter((name) => {
      const pair = /^(POPULATION_(?:CLIENT|SERVER)|IDENTITY_MOCK)_(PRIVATE|PUBLIC)_KEY$/.exec(name);
      return pair ? steps.includes(pair[1] ?? name) && steps.includes(`_${pair[2]}_KEY=`) : steps.includes(name);
    });
    expect(made).toEqual([...insisted]);
  });

  it.each(ours)('gives $name only what $program reads', ({ program, service }) => {
    expect(notReadBy(program, Object.keys(service.environment ?? {}))).toEqual([]);
  });

  it('publishes the proxy only', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name]) => name)).toEqual(['proxy']);
  });

  it('waits only for services that are there and can tell that they are ready', () => {
    const waits = services.flatMap(([, { depends_on }]) => Object.entries(depends_on ?? {}));
    const wrong = waits.filter(([name, { condition }]) => {
      const service = compose.services[name];
      return !service || (condition === 'service_healthy' && !service.healthcheck);
    });
    expect(waits.length).toBeGreaterThan(4);
    expect(wrong).toEqual([]);
  });

  it('mounts only files that it defines', () => {
    const mounted = services.flatMap(([, { configs }]) => configs ?? []).map(({ source }) => source);
    expect(mounted.sort()).toEqual(Object.keys(compose.configs).sort());
  });
});

describe('npm run demo', () => {
  const secrets = makeSecrets();
  const urls = databaseUrls('postgres://postgres:x@127.0.0.1:5432/postgres', secrets);
  const ports = { api: 1, population: 2, workerHealth: 3, identity: 4, importerHealth: 5 };
  const wiring: Wiring = {
    urls,
    redisUrl: 'redis://127.0.0.1:6379',
    ports,
    sheetFile: 'demo.json',
    identityFile: 'identity.json',
    mailFolder: '/mail',
    headsFolder: 'heads',
  };
  const withRedis = environments(wiring, secrets);
  const withoutRedis = environments({ ...wiring, redisUrl: null }, secrets);

  it.each(['api', 'worker', 'importer', 'population-mock', 'identity-mock'] as const)(
    'gives %s only what it reads',
    (program) => {
      const names = [...Object.keys(withRedis[program]), ...Object.keys(withoutRedis[program])];
      expect(notReadBy(program, names)).toEqual([]);
    },
  );
});

describe('Dockerfile', () => {
  it('copies no secret, data or build of the host', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.luutru', '.git', '**/node_modules', '**/dist']));
  });

  it('does not run as root', () => {
    const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    expect(dockerfile.slice(dockerfile.lastIndexOf('FROM'))).toMatch(/^USER node$/m);
  });
});
