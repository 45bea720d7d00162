/**
 * Answers request bodies for one subgraph. The data never changes, so the same body has the same answer: it is worked out once and
 * kept as bytes. The subgraphs must never be what a gateway waits for.
 */
import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';

const KEPT = 5_000;

interface Question {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

export class Answering {
  private readonly answers = new Map<string, Buffer>();
  private readonly documents = new Map<string, DocumentNode>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** A body may hold one question or a list of them. */
  answer(body: string): Buffer | Promise<Buffer> {
    return this.answers.get(body) ?? this.remembered(body);
  }

  private async remembered(body: string): Promise<Buffer> {
    const answer = Buffer.from(await this.work(body));
    if (this.answers.size >= KEPT) this.answers.clear();
    this.answers.set(body, answer);
    return answer;
  }

  private async work(body: string): Promise<string> {
    const asked = JSON.parse(body) as Question | readonly Question[];
    return JSON.stringify(await (Array.isArray(asked) ? Promise.all(asked.map((one: Question) => this.run(one))) : this.run(asked as Question)));
  }

  private run({ query, operationName, variables }: Question): unknown {
    const document = this.documents.get(query) ?? parse(query);
    const faults = this.documents.has(query) ? [] : validate(this.schema, document);
    if (faults.length > 0) return { errors: faults };
    if (this.documents.size >= KEPT) this.documents.clear();
    this.documents.set(query, document);
    return execute({ schema: this.schema, document, operationName, variableValues: variables });
  }
}
