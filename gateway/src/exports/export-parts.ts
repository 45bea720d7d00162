/** Puts together what the exports need, from the settings and the partner register. */
import { businessDateSource } from '#kernel/business-date.js';
import { createLogger } from '#kernel/log.js';
import { bodyById, type Registers } from '#kernel/registers.js';
import { clientTls } from '#kernel/tls.js';
import type { SchakelSettings } from '../settings.js';
import { ExportCatalogue } from './catalogue.js';
import { ExportClient } from './export-client.js';
import type { ExportService } from './offer.js';
import type { ExportParts } from './routes.js';
import { ExportSeats } from './seats.js';

const PER_USER = 2;
const IN_ALL = 16;

/** In the order of the partner register. */
export function exportServices({ SCHAKEL_SUBGRAPHS: addresses, SCHAKEL_ENVELOPE_KEYS: keys }: SchakelSettings, registers: Registers): ExportService[] {
  return registers.parties.flatMap(({ service: name, body }) => {
    const [url, key] = [addresses.get(name), keys.get(name)];
    return url && key ? [{ name, key, origin: new URL(url).origin, body: bodyById(registers, body) }] : [];
  });
}

export function exportParts(settings: SchakelSettings, services: readonly ExportService[]): ExportParts {
  const logger = createLogger('gateway', settings.SCHAKEL_LOG_LEVEL);
  const client = new ExportClient(businessDateSource(settings.SCHAKEL_BUSINESS_DATE), logger, clientTls(settings));
  const catalogue = new ExportCatalogue(services, (service) => client.list(service), logger);
  return { client, catalogue, seats: new ExportSeats(PER_USER, IN_ALL), giving: { open: new Set() }, contact: settings.SCHAKEL_API_CONTACT ?? null };
}

export async function stopExports({ client, giving }: ExportParts): Promise<void> {
  for (const one of giving.open) one.abort();
  await client.close();
}
