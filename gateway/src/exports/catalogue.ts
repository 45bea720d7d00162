/**
 * Which exports there are: every service is asked, and what it said is remembered, so that a service that is away keeps its names and an export
 * of another one does not wait for it. A name that two services offer is that of the first in the partner register.
 */
import { notFound, unavailable } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import { offersSchema, type ExportService, type Offer } from './offer.js';

const FRESH_MS = 30_000;
/** When somebody did not answer. */
const RETRY_MS = 2_000;

export interface Catalogue {
  readonly offers: readonly Offer[];
  /** Bodies of which nothing is known. */
  readonly missing: readonly ExportService['body'][];
}

export class ExportCatalogue {
  private readonly known = new Map<string, readonly Offer[]>();
  private freshUntil = 0;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly services: readonly ExportService[],
    private readonly list: (service: ExportService) => Promise<unknown>,
    private readonly logger: Logger,
  ) {}

  async all(): Promise<Catalogue> {
    await this.refresh();
    return { offers: this.offers(), missing: this.missing() };
  }

  /** Throws NOT_FOUND; UNAVAILABLE where a body may have it that never said. */
  async find(name: string): Promise<Offer> {
    const known = this.named(name);
    const refreshed = this.refresh();
    if (known) return known;
    await refreshed;
    const found = this.named(name);
    const [silent] = this.missing();
    if (!found && silent) throw unavailable(silent.id, `${silent.name} antwoordt niet; of zij deze levering heeft, is niet bekend.`);
    if (!found) throw notFound();
    return found;
  }

  private offers(): readonly Offer[] {
    const all = this.services.flatMap(({ name }) => this.known.get(name) ?? []);
    return all.filter((offer, index) => all.findIndex((other) => other.name === offer.name) === index);
  }

  private named(name: string): Offer | undefined {
    return this.offers().find((offer) => offer.name === name);
  }

  private missing(): ExportService['body'][] {
    return this.services.filter(({ name }) => !this.known.has(name)).map(({ body }) => body);
  }

  /** Never rejects; one round of questions at a time. */
  private refresh(): Promise<void> {
    if (Date.now() < this.freshUntil) return Promise.resolve();
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  private async ask(): Promise<void> {
    const answered = await Promise.all(this.services.map((service) => this.askOne(service)));
    this.freshUntil = Date.now() + (answered.every(Boolean) ? FRESH_MS : RETRY_MS);
  }

  private async askOne(service: ExportService): Promise<boolean> {
    try {
      const { exports } = offersSchema.parse(await this.list(service));
      this.known.set(service.name, exports.map((one) => ({ ...one, service })));
      return true;
    } catch (error) {
      this.logger.warn({ subgraph: service.name, reason: error instanceof Error ? error.name : 'unknown' }, 'a service did not say which exports it has');
      return false;
    }
  }
}
