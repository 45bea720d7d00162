/**
 * Choices read from a list of numbers: what is generated shrinks as the list does. Zero, and everything after the end, is the simplest choice;
 * so a shorter tape with smaller numbers is always a simpler case.
 */
export class Tape {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** From 0 up to but not including `n`. */
  below(n: number): number {
    const number = this.numbers[this.at] ?? 0;
    this.at += 1;
    return n <= 1 ? 0 : number % n;
  }

  /** True about once in `times`; false is the simple choice. */
  oneIn(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(options: readonly T[]): T {
    const option = options[this.below(options.length)];
    if (option === undefined) throw new RangeError('nothing to pick from');
    return option;
  }

  /** At least one, in the given order. */
  someOf<T>(options: readonly T[]): T[] {
    const some = options.filter(() => this.oneIn(2));
    return some.length > 0 ? some : options.slice(0, 1);
  }
}
