/** The supergraph comes from a file and follows it: a good new version is swapped in, a bad one is reported and the old one stays. */
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SupergraphManager, SupergraphSdlUpdateFunction } from '@apollo/gateway';
import type { Logger } from '#kernel/log.js';

export class SupergraphFile implements SupergraphManager {
  constructor(
    private readonly file: string,
    /** Makes the planner's copy of the text. */
    private readonly prepare: (supergraphSdl: string) => string,
    private readonly logger: Logger,
    private readonly everyMs: number = 1000,
  ) {}

  initialize: SupergraphManager['initialize'] = async ({ update }) => {
    const supergraphSdl = await this.read();
    watchFile(this.file, { interval: this.everyMs, persistent: false }, () => void this.swap(update));
    return { supergraphSdl, cleanup: async () => unwatchFile(this.file) };
  };

  private async read(): Promise<string> {
    return this.prepare(await readFile(this.file, 'utf8'));
  }

  private async swap(update: SupergraphSdlUpdateFunction): Promise<void> {
    try {
      update(await this.read());
      this.logger.info('supergraph swapped');
    } catch (error) {
      this.logger.error({ err: error }, 'the new supergraph is not usable; the old one stays');
    }
  }
}
