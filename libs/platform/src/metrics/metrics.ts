export type Labels = Readonly<Record<string, string>>;

/** More series of one metric than this are left out: a label that takes any value must not eat the memory. */
const MAX_SERIES = 2_000;
const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

type Kind = 'counter' | 'gauge' | 'histogram';

/** Values by their labels, in the order they came up. */
abstract class Metric<V> {
  protected readonly series = new Map<string, { readonly labels: Labels; value: V }>();

  constructor(
    readonly name: string,
    readonly help: string,
    readonly kind: Kind,
    private readonly labelNames: readonly string[],
  ) {
    if (!NAME.test(name) || !labelNames.every((label) => LABEL_NAME.test(label)))
      throw new Error(`${name} is no name of a metric, or a label of it is none`);
  }

  protected at(labels: Labels, initial: () => V): { value: V } | null {
    const key = this.labelNames.map((name) => labels[name] ?? '').join('\0');
    const known = this.series.get(key);
    if (known) return known;
    if (this.series.size >= MAX_SERIES) return null;
    const kept = Object.fromEntries(this.labelNames.map((name) => [name, labels[name] ?? '']));
    const made = { labels: kept, value: initial() };
    this.series.set(key, made);
    return made;
  }

  lines(): string[] {
    return [...this.series.values()].flatMap(({ labels, value }) => this.sample(labels, value));
  }

  protected abstract sample(labels: Labels, value: V): string[];
}

/** Only ever goes up. */
export class Counter extends Metric<number> {
  inc(labels: Labels = {}, by = 1): void {
    const series = this.at(labels, () => 0);
    if (series) series.value += by;
  }

  protected sample(labels: Labels, value: number): string[] {
    return [line(this.name, labels, value)];
  }
}

/** What is at the moment. */
export class Gauge extends Metric<number> {
  set(value: number, labels: Labels = {}): void {
    const series = this.at(labels, () => 0);
    if (series) series.value = value;
  }

  /** Forgets what is not there any more. */
  clear(): void {
    this.series.clear();
  }

  protected sample(labels: Labels, value: number): string[] {
    return [line(this.name, labels, value)];
  }
}

interface Distribution {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** How values spread over buckets, of which each holds those up to its bound. */
export class Histogram extends Metric<Distribution> {
  private readonly bounds: readonly number[];

  constructor(name: string, help: string, labelNames: readonly string[], bounds: readonly number[]) {
    super(name, help, 'histogram', labelNames);
    this.bounds = [...bounds].sort((a, b) => a - b);
  }

  observe(value: number, labels: Labels = {}): void {
    const series = this.at(labels, () => ({ counts: this.bounds.map(() => 0), sum: 0, count: 0 }));
    if (!series) return;
    const at = this.bounds.findIndex((bound) => value <= bound);
    if (at >= 0) series.value.counts[at] = (series.value.counts[at] ?? 0) + 1;
    series.value.sum += value;
    series.value.count += 1;
  }

  protected sample(labels: Labels, { counts, sum, count }: Distribution): string[] {
    let below = 0;
    const buckets = this.bounds.map((bound, at) => {
      below += counts[at] ?? 0;
      return line(`${this.name}_bucket`, { ...labels, le: String(bound) }, below);
    });
    return [
      ...buckets,
      line(`${this.name}_bucket`, { ...labels, le: '+Inf' }, count),
      line(`${this.name}_sum`, labels, sum),
      line(`${this.name}_count`, labels, count),
    ];
  }
}

/**
 * What a process counts, in the text form that Prometheus reads (exposition format 0.0.4). Names, help and label values are
 * ours: codes, route patterns and facility codes, never anything a person wrote.
 */
export class Metrics {
  private readonly metrics = new Map<string, Counter | Gauge | Histogram>();
  private readonly collectors: (() => void | Promise<void>)[] = [];

  counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return this.add(new Counter(name, help, 'counter', labelNames));
  }

  gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return this.add(new Gauge(name, help, 'gauge', labelNames));
  }

  histogram(name: string, help: string, labelNames: readonly string[], bounds: readonly number[]): Histogram {
    return this.add(new Histogram(name, help, labelNames, bounds));
  }

  /** Runs before each reading, to set what is not counted as it happens. */
  onCollect(collector: () => void | Promise<void>): void {
    this.collectors.push(collector);
  }

  /** All metrics as one text. */
  async text(): Promise<string> {
    for (const collect of this.collectors) await collect();
    const blocks = [...this.metrics.values()].map((metric) =>
      [
        `# HELP ${metric.name} ${metric.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
        `# TYPE ${metric.name} ${metric.kind}`,
        ...metric.lines(),
      ].join('\n'),
    );
    return `${blocks.join('\n')}\n`;
  }

  private add<M extends Counter | Gauge | Histogram>(metric: M): M {
    if (this.metrics.has(metric.name)) throw new Error(`There is a metric ${metric.name} already`);
    this.metrics.set(metric.name, metric);
    return metric;
  }
}

export const METRICS_CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${numeral(value)}`;
}

const numeral = (value: number): string =>
  value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : Number.isNaN(value) ? 'NaN' : String(value);
