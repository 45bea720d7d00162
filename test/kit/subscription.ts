/** A subscription of a demo user, read as a client does: events with their numbers, until it ends or is cut. */
import { eventually } from '../../local/demo/world.js';
import type { GraphClient } from '../../local/demo/graph-client.js';
import { url } from './stack.js';

export interface Told<T> {
  readonly seq: number | null;
  readonly data: T | null;
  readonly codes: readonly string[];
}

interface Payload<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

export class SubscriptionClient<T> {
  readonly told: Told<T>[] = [];
  /** True when the server said that nothing more will come. */
  completed = false;
  ended = false;

  private constructor(
    readonly response: Response,
    private readonly cutting: AbortController,
  ) {
    void this.read();
  }

  /** `after`: go on after this number. */
  static async open<T>({ who }: GraphClient, query: string, variables: object = {}, after: number | null = null): Promise<SubscriptionClient<T>> {
    const cutting = new AbortController();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${who.token}`, 'x-doelbinding': who.purpose,
        ...(after === null ? {} : { 'last-event-id': String(after) }),
      },
      body: JSON.stringify({ query, variables }),
      signal: cutting.signal,
    });
    return new SubscriptionClient<T>(response, cutting);
  }

  /** The number of the last event, or where the stream began. */
  get last(): number {
    return this.told.at(-1)?.seq ?? Number(this.response.headers.get('last-event-id'));
  }

  cut(): void {
    this.cutting.abort();
  }

  async until(done: (told: readonly Told<T>[]) => boolean, what: string): Promise<readonly Told<T>[]> {
    return eventually(() => Promise.resolve([...this.told]), done, what);
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Cut, by us or by a process that died.
    }
    this.ended = true;
  }

  private take(block: string): void {
    const field = (name: string): string | undefined => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
    if (field('event') === 'complete') this.completed = true;
    if (field('event') !== 'next') return;
    const { data = null, errors = [] } = JSON.parse(field('data') ?? '') as Payload<T>;
    const id = field('id');
    this.told.push({ seq: id === undefined ? null : Number(id), data, codes: errors.map(({ extensions }) => extensions.code) });
  }
}
