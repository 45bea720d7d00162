/** DDAS v1.0: everything that is wrong with a file, by place and rule and never by value: what stands in it is about people with debts. */
import { type Concurrence, concurrences, type Placed } from './concurrency.js';
import { firstDay, lastDay, leveringFaults, municipalityOf, ranIn, trajectoriesOf } from './delivery-rules.js';
import { dayIn, periodFaults, phaseFaults } from './phases.js';
import { type DdasFault, fault, isRecord } from './shapes.js';
import { deliveryShape, trajectoryShape } from './structure.js';
import { clientNumbers, trajectoryFaults } from './trajectory-rules.js';

type Fields = Readonly<Record<string, unknown>>;

export interface DdasVerdict {
  readonly faults: readonly DdasFault[];
  /** Trajectories of two suppliers that the CBS takes for one. */
  readonly samenloop: readonly Concurrence[];
}

export function validateDelivery(value: unknown): DdasVerdict {
  const structure = deliveryShape(value, '');
  if (!isRecord(value)) return { faults: structure, samenloop: [] };
  const leveringen = Array.isArray(value['leveringen']) ? value['leveringen'].filter(isRecord) : [];
  const found = concurrences(leveringen.flatMap(placedIn));
  const faults = [...structure, ...periodOfDelivery(value), ...perLevering(leveringen), ...leveringen.flatMap((one, index) => inLevering(one, index, value)), ...found.flatMap(twoAtATime)];
  return { faults, samenloop: found.filter(({ kind }) => kind === 'SAME_TRAJECTORY') };
}

/** Of one trajectory, before there is a file: what it may have in it and whether that agrees. */
export function validateTrajectory(trajectory: unknown, path: string): readonly DdasFault[] {
  const structure = trajectoryShape(trajectory, path);
  return isRecord(trajectory) ? [...structure, ...agreement(trajectory, path)] : structure;
}

function agreement(trajectory: Fields, path: string): DdasFault[] {
  return [...phaseFaults(trajectory, path), ...periodFaults(trajectory, path), ...trajectoryFaults(trajectory, path)];
}

function periodOfDelivery(value: Fields): DdasFault[] {
  const [from, until] = [dayIn(value, 'startdatumLevering'), dayIn(value, 'einddatumLevering')];
  return from !== null && until !== null && until < from ? [fault('einddatumLevering', 'einde-voor-begin', 'De levering eindigt voor zij begint.')] : [];
}

function perLevering(leveringen: readonly Fields[]): DdasFault[] {
  const earlier = new Map<string, number>();
  return leveringen.flatMap((levering, index) => {
    const faults = leveringFaults(levering, index, earlier);
    const code = municipalityOf(levering);
    if (code !== null) earlier.set(code, index);
    return faults;
  });
}

function inLevering(levering: Fields, index: number, delivery: Fields): DdasFault[] {
  const [from, until] = [dayIn(delivery, 'startdatumLevering'), dayIn(delivery, 'einddatumLevering')];
  return trajectoriesOf(levering).flatMap((trajectory, position) => {
    const path = pathOf(index, position);
    const outside = from !== null && until !== null && !ranIn(trajectory, from, until);
    return [...agreement(trajectory, path), ...(outside ? [fault(path, 'in-de-periode', 'Dit traject liep niet in de periode van de levering.')] : [])];
  });
}

function twoAtATime({ kind, second }: Concurrence): DdasFault[] {
  return kind === 'TWO_AT_A_TIME' ? [fault(second, 'een-traject-tegelijk', 'Een cliënt van dit traject heeft in dezelfde tijd een ander traject.')] : [];
}

function placedIn(levering: Fields, index: number): Placed[] {
  const supplier = JSON.stringify(levering['aanleverende_organisatie'] ?? null);
  return trajectoriesOf(levering).flatMap((trajectory, position) => {
    const from = firstDay(trajectory);
    const clients = clientNumbers(trajectory).filter((one): one is string => typeof one === 'string');
    return from === null ? [] : [{ path: pathOf(index, position), supplier, clients, from, until: lastDay(trajectory) }];
  });
}

function pathOf(levering: number, trajectory: number): string {
  return `leveringen[${levering}].schuldhulptrajecten[${trajectory}]`;
}
