/**
 * Every request goes through this list, from top to bottom: at each of its moments (before reading, before parsing, before
 * planning, before answering) the steps that have work there do it in this order. A step refuses with the codes beside it and no other.
 */
import type { Logger } from '#kernel/log.js';
import type { Purpose } from '#kernel/registers.js';
import type { NewsHub } from './news/news-hub.js';
import type { ExportCatalogue } from './exports/catalogue.js';
import type { Texts } from './front/texts.js';
import { KnownReadings } from './authorization/known-readings.js';
import type { PolicyTables } from './authorization/policy-tables.js';
import type { RateLimits } from './rates/rate-limits.js';
import { step, type ServerOptions, type Step } from './step.js';
import { authenticate, type TokenRules } from './steps/authenticate.js';
import { authorizeFields } from './steps/authorize-fields.js';
import { authorizeOperation } from './steps/authorize-operation.js';
import { chooseExport } from './steps/choose-export.js';
import { knownOperations, type OperationRules } from './steps/known-operations.js';
import { limit, LIMITS, PLAIN_LIMITS } from './steps/limit.js';
import { limitCost, type CostRules } from './steps/limit-cost.js';
import { liveNews } from './steps/live-news.js';
import { presentErrors } from './steps/present-errors.js';
import { purpose } from './steps/purpose.js';
import { rate } from './steps/rate.js';
import { signTicket } from './steps/sign-ticket.js';
import { stripReservedHeaders } from './steps/strip-reserved-headers.js';
import { telemetry } from './steps/telemetry.js';

export interface PipelineParts {
  readonly logger: Logger;
  /** Of the stock front; null: the engine behind the front is our own. */
  readonly gateway: NonNullable<ServerOptions['gateway']> | null;
  /** Whether the engine loses what stands in fragments on types where the type is not asked. */
  readonly losesTypes: boolean;
  readonly texts: Texts;
  readonly suggestions: boolean;
  /** Null: a plain Federation 2 gateway. */
  readonly schakel: SchakelParts | null;
}

export interface SchakelParts {
  readonly tokens: TokenRules;
  readonly purposes: readonly Purpose[];
  readonly news: NewsHub;
  readonly exports: ExportCatalogue;
  readonly policies: PolicyTables;
  readonly rates: RateLimits;
  readonly operations: OperationRules;
  readonly costs: CostRules;
}

export function pipeline({ logger, gateway, losesTypes, texts, suggestions, schakel }: PipelineParts): readonly Step[] {
  const readings = schakel && new KnownReadings(schakel.policies, schakel.purposes, losesTypes);
  const steps = [
    //    step                      profile    refuses with                          work
    step('strip-reserved-headers', 'schakel', [],                                   stripReservedHeaders()),
    step('authenticate',           'schakel', ['UNAUTHENTICATED', 'UNAVAILABLE'],   schakel ? authenticate(schakel.tokens) : {}),
    step('rate',                   'schakel', ['LIMIT_EXCEEDED'],                   schakel ? rate(schakel.rates) : {}),
    step('purpose',                'schakel', ['FORBIDDEN'],                        schakel ? purpose(schakel.purposes) : {}),
    step('choose-export',          'schakel', ['NOT_FOUND', 'FORBIDDEN', 'UNAVAILABLE'], schakel ? chooseExport(schakel.exports, schakel.purposes) : {}), // below /v1/: exports/routes
    step('limit',                  'any',     ['LIMIT_EXCEEDED', 'BAD_USER_INPUT'], limit(suggestions, schakel ? LIMITS : PLAIN_LIMITS, texts)),
    step('known-operations',       'any',     ['BAD_USER_INPUT', 'FORBIDDEN'],      knownOperations(schakel?.operations ?? null)),
    step('limit-cost',             'schakel', ['LIMIT_EXCEEDED', 'BAD_USER_INPUT'], schakel ? limitCost(schakel.costs) : {}),
    step('authorize-operation',    'schakel', ['FORBIDDEN'],                        readings ? authorizeOperation(readings) : {}),
    step('authorize-fields',       'schakel', [],                                   readings ? authorizeFields(readings) : {}),
    step('sign-ticket',            'schakel', ['BAD_USER_INPUT'],                   signTicket()),
    step('live-news',              'schakel', ['LIMIT_EXCEEDED', 'BAD_USER_INPUT', 'UNAVAILABLE'], schakel ? liveNews(schakel.news) : {}), // news/follow: each event is a request
    step('plan-and-fetch',         'any',     ['UNAVAILABLE', 'LIMIT_EXCEEDED'],    gateway ? { options: { gateway } } : {}), // the front; engine/subgraph-request
    step('present-errors',         'any',     ['INTERNAL'],                         presentErrors(logger, schakel ? 'schakel' : 'plain')),
    step('telemetry',              'any',     [],                                   telemetry(logger)),
  ];
  return steps.filter(({ profile }) => profile === 'any' || schakel !== null);
}
