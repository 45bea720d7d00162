/**
 * Sends the lines of the processing log to a collector, where one is set (SCHAKEL_OTLP_URL), and nowhere else. Guarantees: in the order in which they
 * were written down, each at least once; a line waits as a row until the collector took it, so that neither a stop nor a silence loses one.
 * No answer waits for it.
 */
import type { DataSource } from 'typeorm';
import { request } from 'undici';
import type { Logger } from '#kernel/log.js';
import type { Worker } from '../service-definition.js';
import { exportRequest, type ProcessingLine } from './otlp.js';

export interface Collector {
  /** The whole address, as `https://collector.example/v1/traces`. */
  readonly url: string;
  readonly service: string;
  readonly body: string;
}

const BATCH = 500;
const PATIENCE_MS = 10_000;

const NEXT = `
  select l.id::text as id, l.trace_id, l.span_id, l.parent_span_id, l.status, l.name, l.start_ms::text as start_ms, l.end_ms::text as end_ms,
    l.processing_activity_id, l.data_subject_id, l.data_subject_id_type, l.foreign_processor
  from processing_unsent u join processing_log l on l.id = u.entry order by l.id limit ${BATCH}`;

export class ProcessingExporter implements Worker {
  readonly name = 'processing-export';
  readonly everyMs = 1_000;
  private silent = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly logger: Logger,
    private readonly collector: Collector,
  ) {}

  async runOnce(): Promise<void> {
    for (;;) {
      const lines = await this.dataSource.query<ProcessingLine[]>(NEXT);
      if (lines.length === 0 || !(await this.send(lines))) return;
      await this.dataSource.query('delete from processing_unsent where entry = any($1::bigint[])', [lines.map(({ id }) => id)]);
      if (lines.length < BATCH) return;
    }
  }

  /** Told once when the collector falls silent, and once when it is back. */
  private async send(lines: readonly ProcessingLine[]): Promise<boolean> {
    const taken = await this.post(lines).catch(() => false);
    if (taken === this.silent) {
      this.silent = !taken;
      if (taken) this.logger.info('the collector of the processing log takes lines again');
      else this.logger.warn('the collector of the processing log does not take lines; they wait');
    }
    return taken;
  }

  private async post(lines: readonly ProcessingLine[]): Promise<boolean> {
    const { url, service, body } = this.collector;
    const content = JSON.stringify(exportRequest({ 'service.name': service, 'service.namespace': body }, lines));
    const response = await request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: content, signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.body.dump();
    return response.statusCode >= 200 && response.statusCode < 300;
  }
}
