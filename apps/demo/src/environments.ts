import type { DatabaseUrls } from './databases';
import type { DemoSecrets, KeyPair } from './secrets';

export interface Wiring {
  readonly urls: DatabaseUrls;
  /** Null: jobs wait in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly ports: {
    readonly api: number;
    readonly population: number;
    readonly workerHealth: number;
    readonly importerHealth: number;
    readonly identity: number;
  };
  readonly sheetFile: string;
  readonly identityFile: string;
  /** Where the heads of the audit seals are kept. */
  readonly headsFolder: string;
  /** Where mails are left. */
  readonly mailFolder: string;
}

type Environment = Record<string, string>;
export type Program = 'api' | 'worker' | 'importer' | 'population-mock' | 'identity-mock' | 'cli';

const CLIENT_ID = 'luutru-demo';
/** Reserved for examples: no mail for it can leave by mistake. */
const REPORT_DOMAINS = 'danang.example';
const HOST = '127.0.0.1';
const inline = (pem: string): string => Buffer.from(pem).toString('base64');
const base = (port: number): string => `http://${HOST}:${port}`;

export const apiUrl = ({ ports }: Wiring): string => base(ports.api);
export const populationUrl = ({ ports }: Wiring): string => base(ports.population);
export const identityUrl = ({ ports }: Wiring): string => base(ports.identity);
export const importerHealthUrl = ({ ports }: Wiring): string => base(ports.importerHealth);
export const workerHealthUrl = ({ ports }: Wiring): string => base(ports.workerHealth);

/** What each program is told; nobody gets a secret that it has no use for. */
export function environments(wiring: Wiring, secrets: DemoSecrets): Record<Program, Environment> {
  const { urls, redisUrl, ports } = wiring;
  const keys = { LUUTRU_MASTER_KEYS: secrets.masterKeys, LUUTRU_INDEX_KEYS: secrets.indexKeys };
  const queue: Environment = redisUrl
    ? { QUEUE_BACKEND: 'redis', REDIS_URL: redisUrl }
    : { QUEUE_BACKEND: 'postgres', QUEUE_DATABASE_URL: urls.queue };
  const population = populationAccess(wiring, secrets.populationClient, secrets.populationServer);
  return {
    api: {
      HOST,
      PORT: String(ports.api),
      PUBLIC_URL: base(ports.api),
      DATABASE_URL: urls.app,
      AUTHORITY_DATABASE_URL: urls.authority,
      ...keys,
      LUUTRU_RECEIPT_KEY: secrets.receiptKey,
      REPORT_DOMAINS,
      XROAD_SUBSYSTEM: 'VN-DEV/GOV/48/luutru',
      IDENTITY_ISSUER: base(ports.identity),
      IDENTITY_CLIENT_ID: CLIENT_ID,
      IDENTITY_CLIENT_SECRET: secrets.identityClientSecret,
    },
    'identity-mock': {
      HOST,
      PORT: String(ports.identity),
      IDENTITY_MOCK_CLIENTS: JSON.stringify({
        [CLIENT_ID]: {
          secret: secrets.identityClientSecret,
          redirectUris: [`${base(ports.api)}/v1/sign-in/vneid/callback`],
        },
      }),
      IDENTITY_MOCK_PASSCODE: secrets.identityPasscode,
      IDENTITY_MOCK_ADMIN_TOKEN: secrets.identityAdminToken,
      IDENTITY_MOCK_PRIVATE_KEY: inline(secrets.identityServer.privateKey),
      IDENTITY_MOCK_PEOPLE_FILE: wiring.identityFile,
    },
    worker: {
      HEALTH_PORT: String(ports.workerHealth),
      DATABASE_URL: urls.worker,
      LUUTRU_MASTER_KEYS: secrets.masterKeys,
      LUUTRU_SEAL_KEY: secrets.sealKey,
      AUDIT_HEADS_DIR: wiring.headsFolder,
      PUBLIC_URL: base(ports.api),
      REPORT_DOMAINS,
      MAIL_FOLDER: wiring.mailFolder,
      ...queue,
      ...population,
    },
    importer: {
      HEALTH_PORT: String(ports.importerHealth),
      DATABASE_URL: urls.app,
      PUBLIC_URL: base(ports.api),
      ...keys,
      LUUTRU_RECEIPT_KEY: secrets.receiptKey,
    },
    'population-mock': {
      HOST,
      PORT: String(ports.population),
      POPULATION_MOCK_DATABASE_URL: urls.population,
      POPULATION_MOCK_CLIENTS: JSON.stringify({ [CLIENT_ID]: inline(secrets.populationClient.publicKey) }),
      POPULATION_MOCK_PRIVATE_KEY: inline(secrets.populationServer.privateKey),
      POPULATION_MOCK_ADMIN_TOKEN: secrets.populationAdminToken,
    },
    cli: {
      MIGRATOR_DATABASE_URL: urls.admin,
      DATABASE_URL: urls.app,
      LUUTRU_APP_PASSWORD: secrets.app,
      LUUTRU_WORKER_PASSWORD: secrets.worker,
      LUUTRU_AUTHORITY_PASSWORD: secrets.authority,
      ...keys,
      ...queue,
      ...population,
      POPULATION_MOCK_ADMIN_TOKEN: secrets.populationAdminToken,
      LUUTRU_DEMO_FILE: wiring.sheetFile,
      LUUTRU_IDENTITY_FILE: wiring.identityFile,
      LUUTRU_RECEIPT_KEY: secrets.receiptKey,
      PUBLIC_URL: base(ports.api),
    },
  };
}

function populationAccess(wiring: Wiring, client: KeyPair, server: KeyPair): Environment {
  return {
    POPULATION_URL: populationUrl(wiring),
    POPULATION_CLIENT_ID: CLIENT_ID,
    POPULATION_CLIENT_KEY: inline(client.privateKey),
    POPULATION_SERVER_KEY: inline(server.publicKey),
  };
}

/**
 * The environment of a program: ours without anything that another program of the demo is configured by (such as the
 * superuser's DATABASE_URL), and its own.
 */
export function environmentOf(
  program: Program,
  all: Record<Program, Environment>,
  ours: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const configured = new Set([
    'REDIS_URL',
    'QUEUE_DATABASE_URL',
    ...Object.values(all).flatMap((one) => Object.keys(one)),
  ]);
  const inherited = Object.entries(ours).filter(([name]) => !configured.has(name));
  return { ...Object.fromEntries(inherited), ...all[program] };
}
