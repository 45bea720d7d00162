/**
 * All subscribers of this gateway on one stream of changes, which runs as long as there are any. Guarantees the bounds: so many
 * streams per user and in all, each told in the order of the numbers, none of them able to hold up another.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { badInput, Fault, unavailable } from '#kernel/faults.js';
import { NewsLog, type News } from './news-log.js';
import type { NewsFeed, NewsListener } from './news-source.js';
import { Seat } from './seat.js';
import { Turns } from './turns.js';

const PATIENCE_MS = 1_500;
const LOOK_EVERY_MS = 25;
const AT_ONCE = 8;

export class TooManyStreams extends Fault {
  constructor() {
    super('LIMIT_EXCEEDED', 'Er staan te veel abonnementen open. Sluit een ander venster, of probeer het later.');
  }
}

export interface HubBounds {
  readonly perUser: number;
  readonly inAll: number;
}

export interface Place {
  /** The token's `sub`. */
  readonly subject: string;
  readonly id: string | null;
  /** The last number that he has; null: from now on. */
  readonly after: number | null;
}

export class NewsHub {
  private readonly log = new NewsLog();
  private readonly seats = new Map<Seat, string>();
  private readonly joining = new Map<string, number>();
  private feeding: AbortController | null = null;
  private fed: Promise<void> = Promise.resolve();
  private stopped = false;

  /** The queries for events take turns; the rest of the machine is for who asks. */
  readonly turns = new Turns(AT_ONCE);

  constructor(
    private readonly feed: NewsFeed,
    private readonly bounds: HubBounds,
    /** The body that is named when the stream of changes is not there. */
    private readonly body: string,
  ) {}

  /** Subscribers that are told now. */
  get open(): number {
    return this.seats.size;
  }

  /** A seat, filled with what came after `after`. Throws LIMIT_EXCEEDED, UNAVAILABLE, or BAD_USER_INPUT when too much was missed. */
  async join({ subject, id, after }: Place): Promise<Seat> {
    if (this.stopped) throw unavailable(this.body);
    this.demandRoom(subject);
    this.joining.set(subject, (this.joining.get(subject) ?? 0) + 1);
    try {
      this.start();
      const position = await this.position(after ?? 0);
      return this.seat(subject, id, after ?? position);
    } finally {
      this.arrived(subject);
    }
  }

  /** Cuts all streams off; clients come back to whoever serves then. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const seat of [...this.seats.keys()]) seat.leave('cut');
    this.feeding?.abort();
    await this.fed;
  }

  private seat(subject: string, id: string | null, after: number): Seat {
    const missed = this.log.since(after);
    if (!missed) throw badInput('Er is te veel veranderd sinds u weg was: haal alles opnieuw op en begin zonder last-event-id.');
    const seat: Seat = new Seat(id, after, () => this.gone(seat));
    this.seats.set(seat, subject);
    for (const news of missed) seat.offer(news);
    return seat;
  }

  private gone(seat: Seat): void {
    this.seats.delete(seat);
    this.rest();
  }

  private arrived(subject: string): void {
    const left = (this.joining.get(subject) ?? 1) - 1;
    if (left > 0) this.joining.set(subject, left);
    else this.joining.delete(subject);
    this.rest();
  }

  private demandRoom(subject: string): void {
    const onTheWay = [...this.joining.values()].reduce((sum, count) => sum + count, 0);
    const own = [...this.seats.values()].filter((one) => one === subject).length + (this.joining.get(subject) ?? 0);
    if (own >= this.bounds.perUser || this.seats.size + onTheWay >= this.bounds.inAll) throw new TooManyStreams();
  }

  private start(): void {
    if (this.feeding) return;
    const feeding = new AbortController();
    this.feeding = feeding;
    this.log.pause();
    this.fed = this.fed.then(() => this.feed(this.listener(), feeding.signal));
  }

  private rest(): void {
    if (this.seats.size > 0 || this.joining.size > 0) return;
    this.feeding?.abort();
    this.feeding = null;
  }

  /** Another gateway may be a little ahead of us: `after` is waited for. */
  private async position(after: number): Promise<number> {
    const until = Date.now() + PATIENCE_MS;
    for (let position = this.log.position; ; position = this.log.position) {
      if (position !== null && (position >= after || Date.now() >= until)) return position;
      if (Date.now() >= until) throw unavailable(this.body);
      await sleep(LOOK_EVERY_MS);
    }
  }

  private listener(): NewsListener {
    return {
      cursor: () => this.log.cursor,
      opened: (head, oldest) => {
        const goesOn = this.log.opened(head, oldest);
        if (!goesOn) for (const seat of [...this.seats.keys()]) seat.leave('gap');
        return goesOn;
      },
      heard: (news: News) => {
        const isNext = this.log.add(news);
        if (isNext) for (const seat of this.seats.keys()) seat.offer(news);
        return isNext;
      },
    };
  }
}
