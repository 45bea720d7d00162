/** Reads a stream of server-sent events as a client does: one event after the other, until it ends. */

export interface ReadEvent {
  readonly event: string;
  /** Null for an event without one. */
  readonly id: number | null;
  readonly data: { data?: Record<string, unknown> | null; errors?: { message: string; extensions: Record<string, unknown> }[] } | null;
}

export class EventClient {
  readonly events: ReadEvent[] = [];
  ended = false;
  private readonly cutting = new AbortController();
  private constructor(readonly response: Response) {}

  static async open(url: string, headers: Readonly<Record<string, string>>, body: object): Promise<EventClient> {
    const cutting = new AbortController();
    const all = { 'content-type': 'application/json', accept: 'text/event-stream', ...headers };
    const client = new EventClient(await fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body), signal: cutting.signal }));
    cutting.signal.addEventListener('abort', () => undefined);
    client.cutting.signal.addEventListener('abort', () => cutting.abort());
    void client.read();
    return client;
  }

  /** Where it began, to go on from before the first event. */
  get from(): number {
    return Number(this.response.headers.get('last-event-id'));
  }

  get answers(): unknown[] {
    return this.events.filter(({ event }) => event === 'next').map(({ data }) => data?.data ?? data?.errors?.map(({ extensions }) => extensions['code']));
  }

  cut(): void {
    this.cutting.abort();
  }

  private async read(): Promise<void> {
    let rest = '';
    try {
      for await (const chunk of this.response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) if (!block.startsWith(':')) this.events.push(parsed(block));
      }
    } catch {
      // Cut off.
    }
    this.ended = true;
  }
}

function parsed(block: string): ReadEvent {
  const fields = new Map(block.split('\n').map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  const [id, data] = [fields.get('id'), fields.get('data')];
  return { event: fields.get('event') ?? 'message', id: id === undefined ? null : Number(id), data: data ? (JSON.parse(data) as ReadEvent['data']) : null };
}
