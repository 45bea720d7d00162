/** A user at the gateway: his token, his purpose, and the contract operations by name. Nothing here that a customer could not do. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../paths.js';

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly body?: string };
}

export interface GraphAnswer<T> {
  readonly data: T | null;
  readonly errors?: readonly GraphError[];
}

export interface SignedIn {
  readonly user: string;
  readonly token: string;
  readonly purpose: string;
}

const FOLDER = inRepository('schema', 'operations');
const documents = new Map(readdirSync(FOLDER).map((file) => [file.replace('.graphql', ''), readFileSync(`${FOLDER}/${file}`, 'utf8')]));

export class GraphClient {
  constructor(
    private readonly url: string,
    readonly who: SignedIn,
  ) {}

  /** One operation of a contract file, as the file says it. */
  async run<T>(file: string, operationName: string, variables: object = {}): Promise<GraphAnswer<T>> {
    const query = documents.get(file);
    if (query === undefined) throw new Error(`there is no contract file ${file}`);
    return this.post<T>({ query, operationName, variables });
  }

  query<T>(query: string, variables: object = {}): Promise<GraphAnswer<T>> {
    return this.post<T>({ query, variables });
  }

  private async post<T>(body: object): Promise<GraphAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.who.token}`, 'x-doelbinding': this.who.purpose },
      body: JSON.stringify(body),
    });
    return (await response.json()) as GraphAnswer<T>;
  }
}

/** A token from the development issuer, with the purpose that this demo user usually names. */
export async function signIn(issuerUrl: string, user: string, purpose: string): Promise<SignedIn> {
  const response = await fetch(`${issuerUrl}/demo/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user }) });
  if (!response.ok) throw new Error(`the issuer knows no demo user ${user}`);
  const { access_token } = (await response.json()) as { access_token: string };
  return { user, token: access_token, purpose };
}

/** Every command has an id of its own; sending it again under the same id does nothing twice. */
export const commandId = (): string => randomUUID();
