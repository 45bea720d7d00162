/** The parameters of the register (schema/parameters.json), for tests of the rules that use them. Wsw art. 7 lid 10. */
import { readFileSync } from 'node:fs';
import type { Parameter } from '../parameters.js';

export const KNOWN_PARAMETERS = JSON.parse(readFileSync(new URL('../../../schema/parameters.json', import.meta.url), 'utf8')) as readonly Parameter[];
