/** DDAS v1.0, how several municipalities deliver together: a levering for each of them, the partnership without a municipal code of its own, and every trajectory that ran in the period. */
import { dayIn } from './phases.js';
import { type DdasFault, fault, isRecord } from './shapes.js';

type Fields = Readonly<Record<string, unknown>>;

/** Of the levering at `index`; `earlier`: the code of each levering before it. */
export function leveringFaults(levering: Fields, index: number, earlier: ReadonlyMap<string, number>): DdasFault[] {
  const path = `leveringen[${index}]`;
  const codes = new Set(trajectoriesOf(levering).map((one) => one['gemeentecode']).filter((code): code is string => typeof code === 'string'));
  return [...counterFaults(levering, index), ...municipalityFaults(codes, path, earlier), ...organisationFaults(levering, codes, path)];
}

/** The municipality that a levering is for: of its organisation or of its trajectories. */
export function municipalityOf(levering: Fields): string | null {
  const organisation = levering['aanleverende_organisatie'];
  const own = isRecord(organisation) ? organisation['gemeentecode'] : null;
  const code = trajectoriesOf(levering)[0]?.['gemeentecode'] ?? own;
  return typeof code === 'string' ? bare(code) : null;
}

export function trajectoriesOf(levering: Fields): readonly Fields[] {
  const found = levering['schuldhulptrajecten'];
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** A trajectory is delivered when it ran on a day of the period. */
export function ranIn(trajectory: Fields, from: string, until: string): boolean {
  const [began, ended] = [firstDay(trajectory), lastDay(trajectory)];
  return (began === null || began <= until) && (ended === null || ended >= from);
}

export function firstDay(trajectory: Fields): string | null {
  return dayIn(trajectory, 'startdatum') ?? dayIn(trajectory['aanmelding'], 'startdatum');
}

export function lastDay(trajectory: Fields): string | null {
  return dayIn(trajectory, 'einddatum') ?? dayIn(trajectory['uitstroom'], 'datum');
}

function counterFaults({ teller }: Fields, index: number): DdasFault[] {
  return typeof teller === 'number' && teller !== index + 1 ? [fault(`leveringen[${index}].teller`, 'teller', 'De teller telt de leveringen vanaf 1.')] : [];
}

function municipalityFaults(codes: ReadonlySet<string>, path: string, earlier: ReadonlyMap<string, number>): DdasFault[] {
  const mixed = new Set([...codes].map(bare)).size > 1 ? [fault(`${path}.schuldhulptrajecten`, 'een-gemeente', 'Een levering is van één verantwoordelijke gemeente.')] : [];
  const twice = [...codes].some((code) => earlier.has(bare(code))) ? [fault(path, 'levering-per-gemeente', 'Voor deze gemeente staat er al een levering in het bestand.')] : [];
  return [...mixed, ...twice];
}

/** A municipality that delivers for itself names itself; a partnership leaves the code out and says by its number who it is. */
function organisationFaults({ aanleverende_organisatie: organisation }: Fields, codes: ReadonlySet<string>, path: string): DdasFault[] {
  if (!isRecord(organisation)) return [];
  const own = organisation['gemeentecode'];
  if (typeof own === 'string') {
    const strange = [...codes].some((code) => bare(code) !== bare(own));
    return strange ? [fault(`${path}.aanleverende_organisatie.gemeentecode`, 'organisatie', 'Een samenwerkingsverband heeft geen gemeentecode; een gemeente levert alleen haar eigen trajecten.')] : [];
  }
  return organisation['KvK-nummer'] === undefined ? [fault(`${path}.aanleverende_organisatie.KvK-nummer`, 'organisatie', 'Een samenwerkingsverband is bekend aan zijn KvK-nummer.')] : [];
}

function bare(code: string): string {
  return code.replace(/^GM/, '');
}
