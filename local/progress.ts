/** One line per step of a start: what is being done, then how long it took and what came of it. */

export interface Progress {
  begin(title: string): void;
  end(outcome: string | null, milliseconds: number): void;
  failed(): void;
}

export const silent: Progress = { begin: () => undefined, end: () => undefined, failed: () => undefined };

export class PrintedProgress implements Progress {
  private number = 0;

  constructor(private readonly write: (text: string) => void) {}

  begin(title: string): void {
    this.number += 1;
    this.write(`${String(this.number).padStart(3)}  ${`${title} `.padEnd(62, '.')}`);
  }

  end(outcome: string | null, milliseconds: number): void {
    this.write(` ${(milliseconds / 1000).toFixed(1).padStart(4)} s${outcome ? `  ${outcome}` : ''}\n`);
  }

  failed(): void {
    this.write(' not done\n');
  }
}
