import { AppError, type Logger } from '@luutru/platform';
import { RepeatedWork } from './repeated-work';

class Counting extends RepeatedWork {
  begun = 0;
  atOnce = 0;
  mostAtOnce = 0;
  outcome: () => Promise<void> = () => Promise.resolve();

  protected async work(): Promise<void> {
    this.begun += 1;
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await this.outcome().finally(() => (this.atOnce -= 1));
  }
}

describe('repeated work', () => {
  const logger = { warn: jest.fn(), error: jest.fn() };
  const counting = (): Counting => new Counting('counting', 1_000, logger as unknown as Logger);
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.clearAllMocks();
  });

  it('goes on after a failure, which it logs by what it was', async () => {
    const work = counting();
    work.onApplicationBootstrap();
    work.outcome = () => Promise.reject(new AppError('database-unavailable', 'unavailable'));
    await jest.advanceTimersByTimeAsync(1_000);
    work.outcome = () => Promise.reject(new Error('a fault'));
    await jest.advanceTimersByTimeAsync(1_000);
    work.outcome = () => Promise.resolve();
    await jest.advanceTimersByTimeAsync(1_000);
    await work.onModuleDestroy();
    expect(work.begun).toBe(3);
    expect(logger.warn.mock.calls).toEqual([[{ code: 'database-unavailable', work: 'counting' }, 'postponed']]);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('is never done twice at once, and ends before the worker does', async () => {
    const work = counting();
    work.outcome = () => new Promise((resolve) => setTimeout(resolve, 2_500));
    work.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(5_000);
    const ended = work.onModuleDestroy();
    await jest.advanceTimersByTimeAsync(20_000);
    await ended;
    expect([work.mostAtOnce, work.atOnce]).toEqual([1, 0]);
    const { begun } = work;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(work.begun).toBe(begun);
  });
});
