/** Lets the lines and entries of before the retention go, where one is set; by default nothing ever goes (BIO2 8.15.04; docs/decisions/0016). */
import type { DataSource } from 'typeorm';
import type { Logger } from '#kernel/log.js';
import type { Worker } from '../service-definition.js';

const HOUR_MS = 3_600_000;

export class LogRetention implements Worker {
  readonly name = 'log-retention';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
    private readonly days: number,
  ) {}

  async runOnce(): Promise<void> {
    for (;;) {
      const [row] = await this.dataSource.query<{ gone: number }[]>('select forget_logs($1) as gone', [this.days]);
      const gone = row?.gone ?? 0;
      if (gone === 0) return;
      this.logger.info({ gone, days: this.days }, 'rows of the logs went, by their age');
    }
  }
}
