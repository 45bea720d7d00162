/** Ready means: the supergraph is loaded, every subgraph has said once since our start that it is ready itself, and we are not on our way out. */
import { Agent, request } from 'undici';
import type { ClientTls } from '#kernel/tls.js';

const EVERY_MS = 250;
const TIMEOUT_MS = 1000;

export class Readiness {
  private loaded = false;
  private leaving = false;
  private warning: () => string | null = () => null;
  private readonly waitingFor = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private readonly agent: Agent;

  constructor(tls: ClientTls = {}) {
    this.agent = new Agent({ connect: { timeout: TIMEOUT_MS, ...tls } });
  }

  get ready(): boolean {
    return this.loaded && !this.leaving && this.waitingFor.size === 0;
  }

  /** `urls`: the /graphql addresses by subgraph; none when the subgraphs have no /readyz of ours. `warning`: what who asks should know, though we are ready. */
  start(urls: ReadonlyMap<string, string>, warning: () => string | null = () => null): void {
    this.warning = warning;
    this.loaded = true;
    for (const name of urls.keys()) this.waitingFor.add(name);
    void this.ask(urls);
  }

  /** Names of the subgraphs that have not answered yet. */
  get missing(): string[] {
    return [...this.waitingFor];
  }

  /** As /readyz says it. */
  get text(): string {
    if (this.leaving) return 'stopping\n';
    return this.ready ? `ready\n${this.warned}` : `waiting for: ${this.missing.join(', ') || 'supergraph'}\n`;
  }

  private get warned(): string {
    const warning = this.warning();
    return warning === null ? '' : `${warning}\n`;
  }

  /** From now on new requests belong elsewhere; those that come are still answered. */
  goodbye(): void {
    this.leaving = true;
  }

  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.loaded = false;
    await this.agent.destroy();
  }

  private async ask(urls: ReadonlyMap<string, string>): Promise<void> {
    await Promise.all([...this.waitingFor].map(async (name) => ((await this.answers(urls.get(name))) ? this.waitingFor.delete(name) : false)));
    if (this.waitingFor.size > 0 && this.loaded) this.timer = setTimeout(() => void this.ask(urls), EVERY_MS);
  }

  private async answers(url: string | undefined): Promise<boolean> {
    if (url === undefined) return false;
    try {
      const response = await request(new URL('/readyz', url), { dispatcher: this.agent, signal: AbortSignal.timeout(TIMEOUT_MS) });
      await response.body.dump();
      return response.statusCode === 200;
    } catch {
      return false;
    }
  }
}
