/**
 * Guarantees that no document costs more to read or to plan than it is worth: bounded tokens, selections after expanding fragments, nesting,
 * repeats, directives and values, few validation errors, no batches, nothing learned under an id. Larger bodies the server refused before this.
 */
import type { DocumentNode } from 'graphql';
import { Fault } from '#kernel/faults.js';
import type { Texts } from '../front/texts.js';
import { isResolved, perOperation } from '../per-operation.js';
import type { GraphQLRequestBody, StepWork } from '../step.js';
import { asksTooMuch, type SizeBounds } from './document-size.js';
import { nestsTooDeep, type NestingBounds } from './nesting.js';
import { repeatsTooOften } from './repeats.js';
import { valuesFit, type ValueBounds } from './value-size.js';

const MAX_VALIDATION_ERRORS = 5;

export interface LimitBounds {
  /** Words and signs of a document. */
  readonly tokens: number;
  /** After fragments are written out. */
  readonly selections: number;
  readonly nesting: NestingBounds;
  readonly size: SizeBounds;
  readonly values: ValueBounds;
  /** How often one field may stand in one place. */
  readonly repeats: number;
}

/**
 * The deepest contract operation has 7 fields, and nobody's work turns the same ring three times. A page asks a handful of root fields; thirty
 * companies may each have a fragment with the same field. The terms of an agreement, the largest input there is, are some thirty values, three deep.
 */
export const LIMITS: LimitBounds = {
  tokens: 2000,
  selections: 5000,
  nesting: { depth: 14, turns: 3 },
  size: { rootFields: 20, directivesOnOne: 5, directives: 100 },
  values: { depth: 10, values: 2000 },
  repeats: 50,
};

/** A graph that we do not know may be deeper and wider; a ring is a ring everywhere. As many tokens as other gateways take. */
export const PLAIN_LIMITS: LimitBounds = {
  tokens: 15_000,
  selections: 100_000,
  nesting: { depth: 40, turns: 8 },
  size: { rootFields: 200, directivesOnOne: 10, directives: 500 },
  values: { depth: 40, values: 10_000 },
  repeats: 500,
};

const tooLarge = (sentence: string): Fault => new Fault('LIMIT_EXCEEDED', sentence);

export function limit(suggestions: boolean, bounds: LimitBounds, texts: Texts): StepWork {
  const repeats = repeatsIn(bounds.repeats);
  const asksMuch = perOperation(({ document, operation }) => asksTooMuch(document, operation, bounds.size));
  const isDeep = perOperation(({ document, operation, schema }) => nestsTooDeep(document, operation, schema, bounds.nesting));
  return {
    body: (_exchange, body) => demandShort(body, bounds, (text) => repeats(parsed(texts, text))),
    operation: (_exchange, resolved) => {
      if (!isResolved(resolved)) return;
      if (asksMuch(resolved)) throw tooLarge(`De vraag vraagt te veel tegelijk: hoogstens ${bounds.size.rootFields} velden bovenaan en ${bounds.size.directives} aanwijzingen (@).`);
      if (isDeep(resolved)) throw tooLarge(`De vraag gaat te diep: hoogstens ${bounds.nesting.depth} velden onder elkaar, en hoogstens ${bounds.nesting.turns} keer dezelfde soort.`);
    },
    options: {
      parseOptions: { maxTokens: bounds.tokens },
      maxRecursiveSelections: bounds.selections,
      validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      hideSchemaDetailsFromClientErrors: !suggestions,
    },
  };
}

function demandShort(body: GraphQLRequestBody, { values, repeats }: LimitBounds, repeatsItself: (text: string) => boolean): GraphQLRequestBody {
  if (!valuesFit(body.variables, values)) throw tooLarge(`De variabelen zijn te groot: hoogstens ${values.values} waarden, ${values.depth} diep.`);
  if (body.query !== undefined && repeatsItself(body.query)) throw tooLarge(`De vraag herhaalt zich: hoogstens ${repeats} keer hetzelfde veld op een plaats, onder welke namen ook.`);
  return body;
}

/** Null for a text that is no document or is too long: the front will say so, with the place. */
function parsed(texts: Texts, text: string): DocumentNode | null {
  try {
    return texts.parse(text);
  } catch {
    return null;
  }
}

/** Told once for each document. */
function repeatsIn(most: number): (document: DocumentNode | null) => boolean {
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    if (!document) return false;
    const found = known.get(document) ?? repeatsTooOften(document, most);
    known.set(document, found);
    return found;
  };
}
