/** One table of costs per supergraph, known by the schema that a question was read with. */
import type { GraphQLSchema } from 'graphql';
import type { ServerOptions } from '../step.js';
import { costTable, type CostTable } from './cost-table.js';

type Gateway = NonNullable<ServerOptions['gateway']>;

export class CurrentCosts {
  private readonly tables = new WeakMap<GraphQLSchema, CostTable>();

  loaded(supergraphSdl: string, schema: GraphQLSchema): void {
    this.tables.set(schema, costTable(supergraphSdl));
  }

  /** Throws for a schema without costs: without them nothing runs. */
  of = (schema: GraphQLSchema): CostTable => {
    const table = this.tables.get(schema);
    if (!table) throw new TypeError('the costs of the supergraph are not known');
    return table;
  };

  /** The gateway as the stock front gets it. */
  beside(gateway: Gateway): Gateway {
    return {
      load: (options) => gateway.load(options),
      stop: () => gateway.stop(),
      onSchemaLoadOrUpdate: (callback) =>
        gateway.onSchemaLoadOrUpdate((loaded) => {
          this.loaded(loaded.coreSupergraphSdl, loaded.apiSchema);
          callback(loaded);
        }),
    };
  }
}
