/** How old a delivered register is: the business date of the import, because the files themselves carry no date. */
import type { ImportedFile } from '#shell/import/format.js';

/** Instant, ISO 8601. Without a business date the moment of the import counts. */
export function asOfDelivery(file: ImportedFile): string {
  return file.businessDate === null ? new Date().toISOString() : `${file.businessDate}T00:00:00.000Z`;
}

/** Records about somebody whom an earlier record of the same file was about already. */
export function duplicatesOf(records: readonly { readonly person: string }[]): number {
  return records.length - new Set(records.map((one) => one.person)).size;
}
