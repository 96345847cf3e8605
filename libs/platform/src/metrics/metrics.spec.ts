import { Metrics } from './metrics';

describe('Metrics', () => {
  it('writes counters, gauges and histograms as Prometheus reads them', async () => {
    const metrics = new Metrics();
    const answers = metrics.counter('answers_total', 'Answers given', ['status']);
    answers.inc({ status: '200' });
    answers.inc({ status: '200' }, 2);
    answers.inc({ status: '404' });
    metrics.gauge('waiting', 'Waiting now').set(7);
    const seconds = metrics.histogram('took_seconds', 'How long it took', ['way'], [1, 0.1]);
    for (const value of [0.05, 0.1, 0.5, 3]) seconds.observe(value, { way: 'out' });
    expect(await metrics.text()).toBe(
      [
        '# HELP answers_total Answers given',
        '# TYPE answers_total counter',
        'answers_total{status="200"} 3',
        'answers_total{status="404"} 1',
        '# HELP waiting Waiting now',
        '# TYPE waiting gauge',
        'waiting 7',
        '# HELP took_seconds How long it took',
        '# TYPE took_seconds histogram',
        'took_seconds_bucket{way="out",le="0.1"} 2',
        'took_seconds_bucket{way="out",le="1"} 3',
        'took_seconds_bucket{way="out",le="+Inf"} 4',
        'took_seconds_sum{way="out"} 3.65',
        'took_seconds_count{way="out"} 4',
        '',
      ].join('\n'),
    );
  });

  it('escapes what would break a line', async () => {
    const metrics = new Metrics();
    metrics.gauge('odd', 'One\nand \\ two', ['name']).set(NaN, { name: 'a"b\\c\nd' });
    expect(await metrics.text()).toBe(
      '# HELP odd One\\nand \\\\ two\n# TYPE odd gauge\nodd{name="a\\"b\\\\c\\nd"} NaN\n',
    );
  });

  it('keeps to the labels it was made with and to a number of series', async () => {
    const metrics = new Metrics();
    const counter = metrics.counter('c_total', 'x', ['a']);
    for (let at = 0; at < 5_000; at += 1) counter.inc({ a: String(at), b: 'left out' });
    const lines = (await metrics.text()).trim().split('\n');
    expect(lines).toHaveLength(2_002);
    expect(lines.filter((line) => line.includes('left out'))).toEqual([]);
  });

  it('asks its collectors at each reading and forgets what a gauge was cleared of', async () => {
    const metrics = new Metrics();
    const gauge = metrics.gauge('g', 'x', ['of']);
    let read = 0;
    metrics.onCollect(() => {
      read += 1;
      gauge.clear();
      gauge.set(read, { of: String(read) });
    });
    expect(await metrics.text()).toContain('g{of="1"} 1');
    expect(await metrics.text()).toMatch(/gauge\ng\{of="2"\} 2\n$/);
  });

  it('refuses a name twice and a name that is none', () => {
    const metrics = new Metrics();
    metrics.counter('a_total', 'x');
    expect(() => metrics.gauge('a_total', 'x')).toThrow('already');
    expect(() => metrics.gauge('a-b', 'x')).toThrow('no name');
    expect(() => metrics.gauge('ab', 'x', ['le-ss'])).toThrow('no name');
  });
});
