/**
 * Numbers that are counted where requests pass, and read when somebody asks. Own code: a library's counter looks its labels up anew each time,
 * some 300 ns, and a request of sixteen fetches counts forty times; this takes 20. How they are written out is the library's (prom-client).
 */
interface Value {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly metricName?: string;
}

/** As prom-client reads, aggregates and prints it. */
export interface Written {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly aggregator: 'sum' | 'max' | 'min';
  readonly values: readonly Value[];
}

export interface Metric {
  readonly name: string;
  get(): Written;
}

/** No label may hold it. */
const BETWEEN = '\u0000';

function labelled(names: readonly string[], key: string): Record<string, string> {
  const texts = key.split(BETWEEN);
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

/** `labels`: names, in the order in which `add` gets their texts. */
export class Counts implements Metric {
  private readonly counts = new Map<string, number>();

  constructor(
    readonly name: string,
    private readonly help: string,
    private readonly labels: readonly string[],
  ) {}

  add(...texts: readonly string[]): void {
    const key = texts.length === 1 ? texts[0]! : texts.join(BETWEEN);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  get(): Written {
    const values = [...this.counts].map(([key, value]) => ({ value, labels: labelled(this.labels, key) }));
    return { name: this.name, help: this.help, type: 'counter', aggregator: 'sum', values };
  }
}

class Times {
  readonly counts: Float64Array;
  sum = 0;

  constructor(bounds: readonly number[]) {
    this.counts = new Float64Array(bounds.length + 1);
  }
}

/** How long things took, in seconds. */
export class Latencies implements Metric {
  private readonly times = new Map<string, Times>();

  constructor(
    readonly name: string,
    private readonly help: string,
    private readonly labels: readonly string[],
    /** Upper bounds of the buckets in seconds, rising. */
    private readonly bounds: readonly number[],
  ) {}

  observe(seconds: number, ...texts: readonly string[]): void {
    const key = texts.length === 1 ? texts[0]! : texts.join(BETWEEN);
    let times = this.times.get(key);
    if (!times) this.times.set(key, (times = new Times(this.bounds)));
    let bucket = 0;
    while (bucket < this.bounds.length && seconds > this.bounds[bucket]!) bucket += 1;
    times.counts[bucket]! += 1;
    times.sum += seconds;
  }

  get(): Written {
    return { name: this.name, help: this.help, type: 'histogram', aggregator: 'sum', values: [...this.times].flatMap(([key, times]) => this.written(labelled(this.labels, key), times)) };
  }

  /** Each bucket counts those below it too. */
  private written(labels: Record<string, string>, { counts, sum }: Times): Value[] {
    let total = 0;
    const buckets = [...counts].map((count, index) => {
      total += count;
      return { metricName: `${this.name}_bucket`, value: total, labels: { ...labels, le: this.bounds[index] ?? '+Inf' } };
    });
    return [...buckets, { metricName: `${this.name}_sum`, value: sum, labels }, { metricName: `${this.name}_count`, value: total, labels }];
  }
}

/** What somebody else keeps, looked at when it is asked for. */
export class Reading implements Metric {
  constructor(
    readonly name: string,
    private readonly help: string,
    private readonly type: 'counter' | 'gauge',
    private readonly aggregator: Written['aggregator'],
    private readonly read: () => readonly Value[],
  ) {}

  get(): Written {
    return { name: this.name, help: this.help, type: this.type, aggregator: this.aggregator, values: this.read() };
  }
}
