/**
 * Guarantees that an export (GET /v1/exports/<name>) goes to nobody but who holds its role and named its purpose; the service decides it once
 * more. Its purpose and roles are told to whoever is signed in, so a refusal says what is missing.
 */
import { whyNoExport } from '#kernel/export-policy.js';
import { forbidden } from '#kernel/faults.js';
import type { Purpose } from '#kernel/registers.js';
import type { ExportCatalogue } from '../exports/catalogue.js';
import type { StepWork } from '../step.js';

export function chooseExport(catalogue: ExportCatalogue, purposes: readonly Purpose[]): StepWork {
  return {
    request: async (exchange) => {
      if (exchange.wanted === null || exchange.viewer === null) return;
      const offer = await catalogue.find(exchange.wanted);
      exchange.operation = { name: offer.name, kind: 'export' };
      const reason = whyNoExport(offer, exchange.viewer, purposes);
      if (reason !== null) throw forbidden(reason);
      exchange.offer = offer;
    },
  };
}
