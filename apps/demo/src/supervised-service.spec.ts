import { DemoError } from './say';
import { type RunningService, SupervisedService } from './supervised-service';

class FakeService implements RunningService {
  readonly lastLines = 'out of luck';
  readonly exited: Promise<void>;
  stopped = false;
  die!: () => void;

  constructor() {
    this.exited = new Promise((resolve) => {
      this.die = resolve;
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.die();
  }

  kill(): void {
    this.die();
  }
}

describe('SupervisedService', () => {
  let services: FakeService[];
  let givenUp: DemoError[];
  let onLaunch: (count: number) => void;

  const launched = (count: number): Promise<void> =>
    new Promise((resolve) => {
      onLaunch = (now) => now === count && resolve();
    });
  const launch = async (): Promise<RunningService> => {
    const service = new FakeService();
    services.push(service);
    onLaunch(services.length);
    return service;
  };
  const giveUp = (error: DemoError): void => void givenUp.push(error);

  beforeEach(() => {
    services = [];
    givenUp = [];
    onLaunch = () => undefined;
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => jest.restoreAllMocks());

  it('starts a service that died again, telling its last lines', async () => {
    const supervised = new SupervisedService('api', launch, giveUp, () => 0);
    await supervised.start();
    const again = launched(2);
    services[0]?.die();
    await again;
    expect(givenUp).toEqual([]);
    expect(jest.mocked(process.stderr.write).mock.calls.join()).toContain('out of luck');
    await supervised.stop();
    expect(services[1]?.stopped).toBe(true);
  });

  it('gives up when the policy does', async () => {
    const given = new Promise<DemoError>((resolve) => {
      void new SupervisedService('api', launch, resolve, () => null).start().then(() => services[0]?.die());
    });
    const error = await given;
    expect([error.vi, error.en, error.details]).toEqual([
      expect.stringContaining('api'),
      expect.stringContaining('api keeps dying'),
      'out of luck',
    ]);
    expect(services).toHaveLength(1);
  });

  it('counts a restart that fails as a death', async () => {
    const counts: number[] = [];
    const given = new Promise<void>((resolve) => {
      const flaky = async (): Promise<RunningService> => {
        if (services.length > 0) throw new Error('port taken');
        return launch();
      };
      const policy = (deaths: readonly number[]): number | null => {
        counts.push(deaths.length);
        return deaths.length > 2 ? null : 0;
      };
      void new SupervisedService('api', flaky, () => resolve(), policy).start().then(() => services[0]?.die());
    });
    await given;
    expect(counts).toEqual([1, 2, 3]);
  });

  it('leaves a service that was stopped on purpose alone', async () => {
    const supervised = new SupervisedService('api', launch, giveUp, () => 0);
    await supervised.start();
    await supervised.stop();
    await services[0]?.exited;
    await new Promise(setImmediate);
    expect(services).toHaveLength(1);
    expect(givenUp).toEqual([]);
  });

  it('stops a service that is still starting', async () => {
    const service = new FakeService();
    const starting = async (started: (service: RunningService) => void): Promise<RunningService> => {
      started(service);
      await service.exited;
      throw new Error('ended before it was ready');
    };
    const supervised = new SupervisedService('api', starting, giveUp, () => 0);
    const failed = expect(supervised.start()).rejects.toBeInstanceOf(DemoError);
    await supervised.stop();
    await failed;
    expect(service.stopped).toBe(true);
  });
});
