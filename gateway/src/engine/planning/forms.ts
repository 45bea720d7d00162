/** The forms in which one operation is planned: one for each set of truths of the variables that decide about its selections, made when it comes by. */
import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { commandsInOrder } from './commands-in-order.js';
import { decided, decidingVariables, truthsOf, type Truths } from './conditions.js';

/** More sets of truths than anybody asks one operation with; what was made for the first ones is then forgotten. */
const MAX_FORMS = 64;
/** Of so many deciding variables all forms are known beforehand. */
const MAX_KNOWN = 3;

export class Forms<T> {
  private readonly deciding: readonly string[];
  private readonly operation: OperationDefinitionNode | undefined;
  private readonly made = new Map<string, T>();

  /** `make` gets the document of one form: its conditions literals, its commands in their order. */
  constructor(
    private readonly document: DocumentNode,
    private readonly operationName: string | null,
    private readonly make: (document: DocumentNode) => T,
  ) {
    this.deciding = decidingVariables(document);
    this.operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION && (operationName === null || one.name?.value === operationName));
  }

  /** Whether no variable decides. */
  get isOne(): boolean {
    return this.deciding.length === 0;
  }

  /** `variables` as they were sent. */
  of(variables: Readonly<Record<string, unknown>>): T {
    if (this.deciding.length === 0) return this.kept('', new Map());
    const truths = truthsOf(this.deciding, this.operation, variables);
    return this.kept([...truths.values()].map(Number).join(''), truths);
  }

  /** Those that can be made before anybody asks. */
  get known(): readonly T[] {
    if (this.deciding.length > MAX_KNOWN) return [this.of({})];
    return Array.from({ length: 2 ** this.deciding.length }, (_, bits) => this.of(Object.fromEntries(this.deciding.map((name, at) => [name, (bits & (2 ** at)) !== 0]))));
  }

  private kept(key: string, truths: Truths): T {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const form = decided(this.document, truths);
    const one = this.make(this.operation?.operation === 'mutation' ? commandsInOrder(form, this.operationName) : form);
    if (this.made.size >= MAX_FORMS) this.made.clear();
    this.made.set(key, one);
    return one;
  }
}
