/** Which fields of the Statistiek Wsw this system keeps (AVG arts 5 and 9): the rest is checked for its form and forgotten when the line is read. */
import type { FieldName } from '#law/statistics/wsw-field.js';

/** Health data, and what no purpose of the federation needs. */
export const NEVER_KEPT: ReadonlySet<FieldName> = new Set<FieldName>(['handicapcode_1', 'handicapcode_2', 'handicapcode_3', 'geslacht']);
export const KEPT_AS_PSEUDONYM: FieldName = 'bsn';
