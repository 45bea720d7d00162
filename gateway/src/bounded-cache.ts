/** Remembers up to a total weight. What was not asked for lately goes first, half of it at a time, so that a look-up costs next to nothing. */
export class BoundedCache<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();
  private weight = 0;

  /** `weigh`: one each, unless it says otherwise. */
  constructor(
    private readonly most: number,
    private readonly weigh: (key: K) => number = () => 1,
  ) {}

  get(key: K): V | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: K, value: V): void {
    this.young.set(key, value);
    this.weight += this.weigh(key);
    if (this.weight * 2 < this.most) return;
    this.old = this.young;
    this.young = new Map();
    this.weight = 0;
  }

  get size(): number {
    return this.young.size + this.old.size;
  }
}
