/** What one engine's schema says of documents, kept as long as the text of each is known: valid or not, and operations made ready to run. */
import { getOperationAST, print, type DocumentNode, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import { BoundedCache } from '../bounded-cache.js';
import type { Engine, PreparedOperation } from '../engine/engine.js';
import type { Moments } from './front.js';
import type { FrontRules } from './front-rules.js';

/** Characters in all, and what the shortest counts for. */
const MOST = 1_000_000;
const AT_LEAST = 500;

/** By name of the operation. */
type Prepared = Map<string, Promise<PreparedOperation>>;

export interface KnownDocument {
  /** As the steps changed it. */
  readonly document: DocumentNode;
  readonly faults: readonly GraphQLError[];
}

export class KnownDocuments {
  private readonly documents = new WeakMap<DocumentNode, KnownDocument>();
  private readonly prepared = new WeakMap<DocumentNode, Prepared>();
  private readonly texts = new BoundedCache<string, Prepared>(MOST, (text) => text.length + AT_LEAST);

  constructor(
    readonly engine: Engine,
    private readonly moments: Moments,
    private readonly rules: FrontRules,
  ) {}

  /** `parsed`: always the same object for the same text. */
  of(parsed: DocumentNode): KnownDocument {
    const known = this.documents.get(parsed);
    if (known) return known;
    const document = this.moments.document(parsed);
    const made = { document, faults: this.rules.faultsOf(this.engine.schema, document) };
    this.documents.set(parsed, made);
    return made;
  }

  /** `operationName` is one of the document. */
  prepare(document: DocumentNode, operationName: string | null): Promise<PreparedOperation> {
    const ofDocument = this.prepared.get(document) ?? this.byText(document);
    const known = ofDocument.get(operationName ?? '');
    if (known) return known;
    const made = this.engine.prepare(document, operationName);
    ofDocument.set(operationName ?? '', made);
    // It may have been bad luck; the engine itself remembers for a while what it could not plan.
    made.catch(() => ofDocument.delete(operationName ?? ''));
    return made;
  }

  /** A part of a document that is made anew for every request is known by what it says. */
  private byText(document: DocumentNode): Prepared {
    const text = print(document);
    const ofText = this.texts.get(text) ?? new Map<string, Promise<PreparedOperation>>();
    this.texts.set(text, ofText);
    this.prepared.set(document, ofText);
    return ofText;
  }
}

/** The one that is meant; undefined when nobody can say. */
export function operationIn(document: DocumentNode, operationName: string | null | undefined): OperationDefinitionNode | undefined {
  return getOperationAST(document, operationName) ?? undefined;
}
