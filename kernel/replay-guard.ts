/** Remembers token ids for as long as a token lives, so that none is taken twice. */
export class ReplayGuard {
  private current = new Set<string>();
  private previous = new Set<string>();
  private turnedAt = Date.now();

  constructor(private readonly lifeMs: number) {}

  firstSeen(id: string): boolean {
    this.turn();
    if (this.current.has(id) || this.previous.has(id)) return false;
    this.current.add(id);
    return true;
  }

  /** Two generations of twice a token's life each (clocks may differ by one life either way) keep every live id without a timer. */
  private turn(): void {
    if (Date.now() - this.turnedAt < 2 * this.lifeMs) return;
    this.previous = this.current;
    this.current = new Set();
    this.turnedAt = Date.now();
  }
}
