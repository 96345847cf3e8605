import type { AuditSealer, SealExporter, Sealing } from '@luutru/audit';
import { AppError, createLogger } from '@luutru/platform';
import { AuditSealWorker } from './audit-seal.worker';

const NOTHING: Sealing = { seal: null, more: false };

describe('AuditSealWorker', () => {
  let outcomes: (Sealing | Error)[];
  let runs: number;
  let exporting: () => Promise<void>;
  let errors: unknown[];
  let worker: AuditSealWorker;

  beforeEach(() => {
    jest.useFakeTimers();
    [outcomes, runs, errors, exporting] = [[], 0, [], () => Promise.resolve()];
    const run = (): Promise<Sealing> => {
      runs += 1;
      const outcome = outcomes.shift() ?? NOTHING;
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    };
    const logger = createLogger('test', 'silent');
    logger.error = (entry: unknown) => void errors.push(entry);
    worker = new AuditSealWorker(
      { run } as unknown as AuditSealer,
      { run: () => exporting() } as unknown as SealExporter,
      logger,
    );
  });
  afterEach(async () => {
    await worker.onModuleDestroy();
    jest.useRealTimers();
  });

  const start = async (ms: number): Promise<void> => {
    worker.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(ms);
  };

  it('seals at start and every second', async () => {
    await start(2_500);
    expect(runs).toBe(3);
  });

  it('goes on at once while more is waiting', async () => {
    outcomes = [
      { seal: null, more: true },
      { seal: null, more: true },
    ];
    await start(0);
    expect(runs).toBe(3);
  });

  it('goes on after failures, and speaks of the same one once', async () => {
    const behind = new AppError('audit-xact-behind', 'conflict', { sealed: '9', ended: '8' });
    outcomes = [behind, behind, new Error('other'), NOTHING, behind];
    await start(5_500);
    expect(runs).toBe(6);
    expect(errors).toEqual([
      { code: 'audit-xact-behind', sealed: '9', ended: '8' },
      { err: new Error('other') },
      { code: 'audit-xact-behind', sealed: '9', ended: '8' },
    ]);
  });

  it('seals on while an export hangs, and waits for it to stop', async () => {
    let finish: () => void = () => undefined;
    let exports = 0;
    exporting = () => {
      exports += 1;
      return new Promise((resolve) => (finish = resolve));
    };
    await start(3_500);
    expect([runs, exports]).toEqual([4, 1]);
    let stopped = false;
    const stopping = worker.onModuleDestroy().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(runs).toBe(4);
  });
});
