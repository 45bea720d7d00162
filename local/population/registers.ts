/** The reference registers of the federation that the population must not contradict: postcode areas and adaptations. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Area {
  readonly area: string;
  readonly municipality: string;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(fileURLToPath(new URL(`../../../schema/${name}`, import.meta.url)), 'utf8')) as T;

const areas = read<{ areas: Area[] }>('postcode-areas.json').areas;

/** Codes of the adaptation register. */
export const ADAPTATIONS: readonly string[] = read<{ code: string }[]>('adaptations.json').map((one) => one.code);

/** Four-digit areas of a municipality (CBS code). Throws RangeError for a municipality without areas. */
export function areasOf(municipality: string): readonly string[] {
  const found = areas.filter((one) => one.municipality === municipality).map((one) => one.area);
  if (found.length === 0) throw new RangeError(`no postcode areas in municipality ${municipality}`);
  return found;
}

export function municipalityOfArea(area: string): string {
  const found = areas.find((one) => one.area === area);
  if (!found) throw new RangeError(`no postcode area ${area}`);
  return found.municipality;
}
