import { CircuitBreaker } from './circuit-breaker';

const at = (ms: number) => new Date(1_800_000_000_000 + ms);

describe('CircuitBreaker', () => {
  const breaker = () => new CircuitBreaker({ failureThreshold: 3, openMs: 1_000 });

  it('opens after failures in a row only', () => {
    const b = breaker();
    b.failed(at(0));
    b.failed(at(1));
    b.succeeded();
    b.failed(at(2));
    b.failed(at(3));
    expect(b.state(at(4))).toBe('closed');
    b.failed(at(5));
    expect(b.state(at(6))).toBe('open');
    expect(b.allowance(at(6), 10)).toBe(0);
    expect(b.tryStart(at(6))).toBe(false);
    expect(b.retryAt(at(6))).toEqual(at(1_005));
  });

  it('lets one attempt through when the pause is over, and follows its result', () => {
    const b = breaker();
    for (let i = 0; i < 3; i += 1) b.failed(at(0));
    expect(b.allowance(at(1_000), 10)).toBe(1);
    expect(b.tryStart(at(1_000))).toBe(true);
    expect(b.tryStart(at(1_000))).toBe(false);
    b.failed(at(1_100));
    expect(b.state(at(1_200))).toBe('open');
    expect(b.tryStart(at(2_100))).toBe(true);
    b.succeeded();
    expect(b.allowance(at(2_200), 10)).toBe(10);
  });

  it('obeys a pause the upstream asks for, at once', () => {
    const b = breaker();
    b.failed(at(0), 5_000);
    expect(b.state(at(4_999))).toBe('open');
    expect(b.state(at(5_000))).toBe('half-open');
  });
});
