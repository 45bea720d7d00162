/** So much work at the same time and no more; the rest waits in a row. */
export class Turns {
  private running = 0;
  private readonly row: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.row.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.row.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
