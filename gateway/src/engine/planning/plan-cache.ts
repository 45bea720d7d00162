/**
 * What was made of the texts that were asked, most recently used last: bounded in number and in size, made once however many ask at the same time. What could
 * not be made is remembered for a short while, so that who asks it again and again costs nothing.
 */
export interface CacheBounds {
  readonly entries: number;
  readonly bytes: number;
  readonly failureMs: number;
}

export const PLAN_CACHE: CacheBounds = { entries: 4000, bytes: 64 * 1024 * 1024, failureMs: 10_000 };
const MAX_FAILURES = 1000;

export interface CacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly failures: number;
  readonly entries: number;
  readonly bytes: number;
}

interface Entry<T> {
  readonly value: T;
  readonly bytes: number;
  uses: number;
}

interface Failure {
  readonly error: unknown;
  readonly until: number;
}

export class PlanCache<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private readonly underWay = new Map<string, Promise<T>>();
  private readonly failed = new Map<string, Failure>();
  private bytes = 0;
  private hits = 0;
  private misses = 0;
  private failures = 0;

  /** `sizeOf` in bytes, roughly. `patient`: nobody waits for it. */
  constructor(
    private readonly make: (text: string, patient: boolean) => Promise<T>,
    private readonly sizeOf: (value: T) => number,
    private readonly bounds: CacheBounds = PLAN_CACHE,
    private readonly now: () => number = Date.now,
  ) {}

  get(text: string): Promise<T> {
    const known = this.entries.get(text);
    if (known) return Promise.resolve(this.used(text, known));
    const failed = this.failed.get(text);
    if (failed && failed.until > this.now()) return Promise.reject(failed.error);
    const underWay = this.underWay.get(text);
    if (underWay) {
      this.hits += 1;
      return underWay;
    }
    this.misses += 1;
    return this.begin(text, false);
  }

  /** Makes it before it is asked. */
  async warm(text: string): Promise<void> {
    if (!this.entries.has(text)) await (this.underWay.get(text) ?? this.begin(text, true));
  }

  private begin(text: string, patient: boolean): Promise<T> {
    const making = this.made(text, patient).finally(() => this.underWay.delete(text));
    this.underWay.set(text, making);
    return making;
  }

  /** The texts that were asked most, at most `count`. */
  mostUsed(count: number): string[] {
    const sorted = [...this.entries].toReversed().toSorted(([, a], [, b]) => b.uses - a.uses);
    return sorted.slice(0, count).map(([text]) => text);
  }

  get figures(): CacheFigures {
    return { hits: this.hits, misses: this.misses, failures: this.failures, entries: this.entries.size, bytes: this.bytes };
  }

  private used(text: string, entry: Entry<T>): T {
    this.hits += 1;
    entry.uses += 1;
    this.entries.delete(text);
    this.entries.set(text, entry);
    return entry.value;
  }

  private async made(text: string, patient: boolean): Promise<T> {
    try {
      const value = await this.make(text, patient);
      this.keep(text, value);
      return value;
    } catch (error) {
      this.failures += 1;
      if (this.failed.size >= MAX_FAILURES) this.failed.clear();
      this.failed.set(text, { error, until: this.now() + this.bounds.failureMs });
      throw error;
    }
  }

  private keep(text: string, value: T): void {
    this.failed.delete(text);
    const bytes = 2 * text.length + this.sizeOf(value);
    if (bytes > this.bounds.bytes) return;
    this.entries.set(text, { value, bytes, uses: 1 });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.entries.size <= this.bounds.entries && this.bytes <= this.bounds.bytes) return;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
  }
}
