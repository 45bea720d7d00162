/** How often may be asked again: a share of what is asked, so that a subgraph in trouble gets hardly more questions than one that is well. */
const MOST = 10;

export class RetryBudget {
  private tokens = MOST;

  /** `share`: 0.1 is one in ten. */
  constructor(private readonly share: number) {}

  /** Each first attempt adds its share. */
  earn(): void {
    this.tokens = Math.min(MOST, this.tokens + this.share);
  }

  /** False when there is nothing left. */
  spend(): boolean {
    if (this.share === 0 || this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
