/** Keeps the table of costs beside the schema that is served: when a new supergraph is swapped in, so are its costs. */
import type { ServerOptions } from '../step.js';
import { costTable, type CostTable } from './cost-table.js';

type Gateway = NonNullable<ServerOptions['gateway']>;

export class CurrentCosts {
  private current: CostTable | null = null;

  /** Throws before the first supergraph is there: without its costs nothing runs. */
  table = (): CostTable => {
    if (!this.current) throw new Error('the costs of the supergraph are not known');
    return this.current;
  };

  /** The gateway as the GraphQL server gets it. */
  beside(gateway: Gateway): Gateway {
    return {
      load: (options) => gateway.load(options),
      stop: () => gateway.stop(),
      onSchemaLoadOrUpdate: (callback) =>
        gateway.onSchemaLoadOrUpdate((loaded) => {
          this.current = costTable(loaded.coreSupergraphSdl);
          callback(loaded);
        }),
    };
  }
}
