/** How many exports run at the same time: each holds a connection to a service and work there for as long as its reader takes. */
import type { Viewer } from '#kernel/viewer.js';

export class ExportSeats {
  private readonly taken: string[] = [];

  constructor(
    private readonly perUser: number,
    private readonly inAll: number,
  ) {}

  /** What gives the seat back; null when there is none. */
  take({ body, subject }: Viewer): (() => void) | null {
    const user = `${body} ${subject}`;
    if (this.taken.length >= this.inAll || this.taken.filter((one) => one === user).length >= this.perUser) return null;
    this.taken.push(user);
    return () => void this.taken.splice(this.taken.indexOf(user), 1);
  }
}
