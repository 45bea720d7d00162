/**
 * Guarantees that the engine is asked only what `authorize-operation` or `authorize-fields` let through: of a question the part that the viewer
 * may read, under a plan of its own. The rest of it is put back as nulls with their reasons.
 */
import type { Exchange } from '../exchange.js';
import type { ServerOptions } from '../step.js';
import { complete } from './complete.js';
import { hashOf } from './documents.js';
import type { PolicyTables } from './policy-tables.js';

type Gateway = NonNullable<ServerOptions['gateway']>;
type Execute = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

export function withAuthorization(gateway: Gateway, tables: PolicyTables): Gateway {
  return {
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: executor && authorised(executor) };
    },
    stop: () => gateway.stop(),
    onSchemaLoadOrUpdate: (callback) =>
      gateway.onSchemaLoadOrUpdate((loaded) => {
        tables.loaded(loaded.coreSupergraphSdl, loaded.apiSchema);
        callback(loaded);
      }),
  };
}

function authorised(execute: Execute): Execute {
  return async (context) => {
    const { reading, viewer } = context.context as Exchange;
    if (!reading || !viewer) throw new TypeError('a question that nobody authorised');
    if (reading.asked === reading.whole) return execute(context);
    const { asked } = reading;
    const fetched = asked ? await execute({ ...context, document: asked, queryHash: hashOf(asked) }) : { data: {} };
    if (fetched.data === undefined) return fetched;
    const { data, errors } = complete(reading, fetched.data, context.request.variables ?? {}, viewer);
    const all = [...(fetched.errors ?? []), ...errors];
    return { ...fetched, ...(data === undefined ? {} : { data }), ...(all.length > 0 ? { errors: all } : {}) };
  };
}
