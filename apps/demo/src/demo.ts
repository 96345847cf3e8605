import { existsSync, mkdirSync } from 'node:fs';
import { findFreePort } from '@luutru/local-services';
import { assertNoDatabase, createDatabases, databaseUrls } from './databases';
import { readSheet, renderSheet } from './demo-sheet';
import {
  apiUrl,
  environmentOf,
  identityUrl,
  importerHealthUrl,
  environments,
  type Program,
  populationUrl,
  type Wiring,
  workerHealthUrl,
} from './environments';
import { superviseRunningPostgres, superviseRunningRedis } from './local-servers';
import { openLog } from './log-file';
import type { DemoOptions } from './options';
import { assertBuilt, launchServer, runCommand } from './programs';
import { DemoError, say } from './say';
import { type DemoSecrets, makeSecrets, readSecrets, writeSecrets } from './secrets';
import { StateFolder } from './state-folder';
import { SupervisedService } from './supervised-service';

const PORTS = { api: 3000, population: 3100, workerHealth: 3001, importerHealth: 3002, identity: 3200 };

/** Everything of the demo: started in the order of need, stopped in the opposite one. */
export class Demo {
  /** In the order of start; what is in one group is stopped together. */
  private readonly groups: SupervisedService[][] = [];
  private readonly state: StateFolder;
  private readonly stopping = new AbortController();

  /** @param giveUp is told when a service keeps dying: the demo is of no use without it. */
  constructor(
    private readonly options: DemoOptions,
    private readonly giveUp: (error: DemoError) => void,
  ) {
    this.state = new StateFolder(options.stateDir);
  }

  /** Resolves when everything is ready; rejects when something fails or {@link cancel} was called. Call stop() then. */
  async start(): Promise<void> {
    const begin = Date.now();
    const { options, state } = this;
    assertBuilt(options.root, ['cli', 'population-mock', 'identity-mock', 'api', 'worker', 'importer']);
    state.open();
    if (options.fresh) await state.clear();
    const secrets = readSecrets(state.secretsFile) ?? (await this.makeSecrets());
    const wiring = await this.startServers(secrets);
    await this.startPrograms(wiring, secrets);
    this.tell(wiring, secrets.identityPasscode, Date.now() - begin);
  }

  /** Makes a start that is under way reject soon. */
  cancel(): void {
    this.stopping.abort();
  }

  /** Programs first, then Redis, then PostgreSQL. */
  async stop(): Promise<void> {
    this.stopping.abort();
    for (const group of [...this.groups].reverse()) await Promise.all(group.map((service) => service.stop()));
    this.state.close();
  }

  /** Ends everything at once. */
  kill(): void {
    for (const service of this.groups.flat()) service.kill();
    this.state.close();
  }

  /** Refuses to make new secrets while there are data that only the old ones can read. */
  private async makeSecrets(): Promise<DemoSecrets> {
    const { databaseUrl } = this.options;
    const dataDir = this.state.postgresData();
    if (databaseUrl === undefined && existsSync(dataDir)) throw secretsLost(dataDir, this.state.secretsFile);
    if (databaseUrl !== undefined) await assertNoDatabase(databaseUrl);
    const secrets = makeSecrets();
    writeSecrets(this.state.secretsFile, secrets);
    return secrets;
  }

  private async startServers(secrets: DemoSecrets): Promise<Wiring> {
    const serverUrl = this.options.databaseUrl ?? (await this.startOwnPostgres(secrets));
    await createDatabases(serverUrl, secrets);
    this.stopping.signal.throwIfAborted();
    say('Khởi động Redis', 'starting Redis');
    const redis = await superviseRunningRedis(this.log('redis'), this.giveUp);
    this.groups.push([redis.service]);
    if (!redis.url) say('Không có Redis: hàng đợi dùng PostgreSQL', 'no Redis: the queue uses PostgreSQL');
    const ports = {
      api: await findFreePort(PORTS.api),
      population: await findFreePort(PORTS.population),
      workerHealth: await findFreePort(PORTS.workerHealth),
      importerHealth: await findFreePort(PORTS.importerHealth),
      identity: await findFreePort(PORTS.identity),
    };
    const urls = databaseUrls(serverUrl, secrets);
    const { sheetFile, identityFile, headsFolder, mailFolder } = this.state;
    mkdirSync(headsFolder, { recursive: true, mode: 0o700 });
    return { urls, redisUrl: redis.url, ports, sheetFile, identityFile, headsFolder, mailFolder };
  }

  private async startOwnPostgres(secrets: DemoSecrets): Promise<string> {
    say('Khởi động PostgreSQL', 'starting PostgreSQL');
    const dataDir = this.state.postgresData();
    const postgres = await superviseRunningPostgres(dataDir, secrets.postgres, this.log('postgres'), this.giveUp);
    this.groups.push([postgres.service]);
    this.stopping.signal.throwIfAborted();
    return postgres.url ?? '';
  }

  private async startPrograms(wiring: Wiring, secrets: DemoSecrets): Promise<void> {
    const { root } = this.options;
    const all = environments(wiring, secrets);
    const launch = (program: Program) => ({
      root,
      env: environmentOf(program, all, process.env),
      log: this.log(program),
    });
    const server = (program: Program, url: string): SupervisedService => {
      const how = launch(program);
      return new SupervisedService(program, (started) => launchServer(program, url, how, started), this.giveUp);
    };
    const command = (...args: string[]): Promise<void> => runCommand(args, launch('cli'), this.stopping.signal);

    this.stopping.signal.throwIfAborted();
    say('Chuẩn bị cơ sở dữ liệu', 'preparing the database');
    await command('migrate');
    say('Khởi động hệ thống dân cư giả lập', 'starting the stand-in of the population database');
    const programs: SupervisedService[] = [];
    this.groups.push(programs);
    await this.startIn(programs, server('population-mock', populationUrl(wiring)));
    say('Nạp dữ liệu mẫu', 'loading sample data');
    await command('seed', '--if-empty');
    say('Khởi động API và tiến trình nền', 'starting the API and the worker');
    await Promise.all([
      this.startIn(programs, server('api', apiUrl(wiring))),
      this.startIn(programs, server('worker', workerHealthUrl(wiring))),
      this.startIn(programs, server('importer', importerHealthUrl(wiring))),
      this.startIn(programs, server('identity-mock', identityUrl(wiring))),
    ]);
  }

  private async startIn(group: SupervisedService[], service: SupervisedService): Promise<void> {
    const { signal } = this.stopping;
    signal.throwIfAborted();
    group.push(service);
    const cancel = (): void => void service.stop();
    signal.addEventListener('abort', cancel);
    await service.start();
    signal.removeEventListener('abort', cancel);
  }

  private log(name: string): (line: string) => void {
    return openLog(this.state.logs, name);
  }

  private tell(wiring: Wiring, passcode: string, tookMs: number): void {
    const api = apiUrl(wiring);
    const seconds = (tookMs / 1000).toFixed(1);
    const lines = [
      '',
      `Luutru đã sẵn sàng sau ${seconds} giây · Luutru is ready after ${seconds} s`,
      `  API                                        ${api}`,
      `  Tài liệu API · API documentation           ${api}/docs`,
      `  Dân cư giả lập · population stand-in       ${populationUrl(wiring)}`,
      `  Định danh giả lập · identity stand-in      ${identityUrl(wiring)}`,
      `  Thư đã gửi · mails                         ${this.state.mailFolder}`,
      `  Nhật ký · logs                             ${this.state.logs}`,
      '',
    ];
    const sheet = readSheet(this.state.sheetFile);
    process.stdout.write(`${lines.join('\n')}\n${sheet ? `${renderSheet(sheet, api, passcode)}\n` : ''}`);
    if (!this.options.exitWhenReady) say('Nhấn Ctrl-C để dừng', 'press Ctrl-C to stop');
  }
}

const secretsLost = (dataDir: string, file: string): DemoError =>
  new DemoError(
    `Đã có dữ liệu trong ${dataDir} nhưng không còn ${file}: khôi phục tệp này, hoặc chạy với --fresh để làm lại từ đầu`,
    `There are data in ${dataDir}, but ${file} is gone: restore it, or run with --fresh to start over`,
  );
