/** Two who watch the same: each is told everything. The first says under which span a subgraph keeps its own. */
import type { Observer } from './observer.js';
import type { FetchWatch, Watch } from './watch.js';

export function both(first: Observer, second: Observer): Observer {
  return {
    begin: (exchange) => bothWatch(first.begin(exchange), second.begin(exchange)),
    step: (name, ms, refusal) => {
      first.step(name, ms, refusal);
      second.step(name, ms, refusal);
    },
    planned: (ms, how) => {
      first.planned(ms, how);
      second.planned(ms, how);
    },
  };
}

function bothWatch(first: Watch, second: Watch): Watch {
  return {
    byId: () => {
      first.byId();
      second.byId();
    },
    part: (name, from) => {
      first.part(name, from);
      second.part(name, from);
    },
    fetch: (subgraph) => bothFetch(first.fetch(subgraph), second.fetch(subgraph)),
    end: (ending) => {
      first.end(ending);
      second.end(ending);
    },
  };
}

function bothFetch(first: FetchWatch, second: FetchWatch): FetchWatch {
  return {
    traced: first.traced || second.traced,
    traceparent: (requestId) => first.traceparent(requestId),
    ended: (how) => {
      first.ended(how);
      second.ended(how);
    },
  };
}
