/** What must reach another body is a row in the same transaction as the change; a worker delivers it, in order per recipient, until it is answered. */
import type { DataSource, EntityManager } from 'typeorm';
import { Fault } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import type { PartyClient } from './party-client.js';
import type { Worker } from './service-definition.js';
import { StaleEpoch } from './stale-epoch.js';

export interface OutgoingMessage {
  /** Name of the receiving service. */
  readonly to: string;
  readonly verb: string;
  readonly payload: object;
  readonly businessDate: string;
}

interface OutboxRow {
  readonly id: string;
  readonly recipient: string;
  readonly verb: string;
  readonly payload: object;
  readonly business_date: string;
  readonly attempts: number;
}

const BATCH = 50;
const SLOWEST_RETRY_S = 30;
/** A message that waits so long holds back all that come after it for its recipient: an operator is told, and told again. */
const ALARM_EVERY_S = 300;
const ALARM = 'a message does not arrive: see the runbook, Messages to another body do not arrive';
const WAITED = 'extract(epoch from now() - created_at)::int as seconds';

export async function enqueue(manager: EntityManager, message: OutgoingMessage): Promise<void> {
  await manager.query('insert into outbox (recipient, verb, payload, business_date) values ($1, $2, $3, $4)', [
    message.to,
    message.verb,
    JSON.stringify(message.payload),
    message.businessDate,
  ]);
}

export class OutboxWorker implements Worker {
  readonly name = 'outbox';
  readonly everyMs = 250;
  /** When an alarm was last given about a message, by its id; milliseconds of a clock that does not jump. */
  private readonly alarmed = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly parties: PartyClient,
    private readonly logger: Logger,
    /** The epoch of the service's coordinator at this moment; 0 for a service without one. */
    private readonly epoch: () => Promise<number> = () => Promise.resolve(0),
  ) {}

  async runOnce(): Promise<void> {
    const waiting = await this.dataSource.query<{ recipient: string }[]>(
      'select distinct recipient from outbox where delivered_at is null and parked_at is null',
    );
    await Promise.all(waiting.map(({ recipient }) => this.deliverTo(recipient)));
  }

  /** In order: what fails for now holds back what comes after it, for this recipient only. */
  private async deliverTo(recipient: string): Promise<void> {
    const rows = await this.dataSource.query<OutboxRow[]>(
      `select id, recipient, verb, payload, to_char(business_date, 'YYYY-MM-DD') as business_date, attempts from outbox
       where recipient = $1 and delivered_at is null and parked_at is null order by seq limit ${BATCH}`,
      [recipient],
    );
    for (const row of rows) {
      if (!(await this.deliver(row))) return;
    }
  }

  private async deliver(row: OutboxRow): Promise<boolean> {
    const [due] = await this.dataSource.query<{ due: boolean }[]>('select retry_at <= now() as due from outbox where id = $1', [row.id]);
    if (!due?.due) return false;
    try {
      const epoch = await this.epoch();
      await this.parties.command(row.recipient, row.verb, { id: row.id, payload: row.payload, businessDate: row.business_date, viewer: null, epoch });
      await this.dataSource.query('update outbox set delivered_at = now() where id = $1', [row.id]);
      this.alarmed.delete(row.id);
      return true;
    } catch (error) {
      return this.failed(row, error);
    }
  }

  /** A body that is away, or heard a newer coordinator, is asked again, ever slower; a message that it does not understand is parked for a human. */
  private async failed(row: OutboxRow, error: unknown): Promise<boolean> {
    const away = !(error instanceof Fault) || error.code === 'UNAVAILABLE';
    this.logger.warn({ recipient: row.recipient, verb: row.verb, attempts: row.attempts + 1, code: codeOf(error) }, away ? 'message waits' : 'message parked');
    const wait = Math.min(SLOWEST_RETRY_S, 0.25 * 2 ** Math.min(row.attempts, 10));
    const [[waited]] = await this.dataSource.query<[{ seconds: number }[], number]>(
      away
        ? `update outbox set attempts = attempts + 1, retry_at = now() + $2 * interval '1 second' where id = $1 returning ${WAITED}`
        : `update outbox set attempts = attempts + 1, parked_at = now() + $2 * interval '0 second' where id = $1 returning ${WAITED}`,
      [row.id, wait],
    );
    this.alarm(row, error, { seconds: waited?.seconds ?? 0, parked: !away });
    return !away;
  }

  /** Ids and codes only. A parked message is told once, at once: no time brings it over. */
  private alarm({ id, recipient, verb }: OutboxRow, error: unknown, { seconds, parked }: { seconds: number; parked: boolean }): void {
    const last = this.alarmed.get(id);
    const isDue = parked || (seconds >= ALARM_EVERY_S && (last === undefined || performance.now() - last >= ALARM_EVERY_S * 1_000));
    if (!isDue) return;
    if (parked) this.alarmed.delete(id);
    else this.alarmed.set(id, performance.now());
    this.logger.error({ event: 'alarm', message: id, recipient, verb, code: codeOf(error), seconds, parked }, ALARM);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof StaleEpoch) return 'STALE_EPOCH';
  return error instanceof Fault ? error.code : 'INTERNAL';
}
