/** DDAS v1.0: everything that is wrong with a file, by place and rule and never by value: what stands in it is about people with debts. */
import { type Concurrence, concurrences, type Placed } from './concurrency.js';
import { firstDay, lastDay, leveringFaults, municipalityOf, ranIn } from './delivery-rules.js';
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
  const judging = judgeDelivery(value);
  for (;;) {
    const step = judging.next();
    if (step.done) return step.value;
  }
}

/** The same with a pause after each trajectory, for who has other things to do meanwhile. */
export function* judgeDelivery(value: unknown): Generator<undefined, DdasVerdict> {
  const faults = [...deliveryShape(value, ''), ...(isRecord(value) ? [...periodOfDelivery(value), ...perLevering(listIn(value, 'leveringen'))] : [])];
  const placed: Placed[] = [];
  for (const [index, levering] of listIn(value, 'leveringen').entries()) {
    const supplier = JSON.stringify(isRecord(levering) ? (levering['aanleverende_organisatie'] ?? null) : null);
    for (const [position, trajectory] of listIn(levering, 'schuldhulptrajecten').entries()) {
      const path = `leveringen[${index}].schuldhulptrajecten[${position}]`;
      faults.push(...validateTrajectory(trajectory, path), ...outsidePeriod(trajectory, path, value));
      placed.push(...placedIn(trajectory, path, supplier));
      yield;
    }
  }
  const found = concurrences(placed);
  return { faults: [...faults, ...found.flatMap(twoAtATime)], samenloop: found.filter(({ kind }) => kind === 'SAME_TRAJECTORY') };
}

/** Of one trajectory by itself: what it may have in it and whether that agrees. */
export function validateTrajectory(trajectory: unknown, path: string): readonly DdasFault[] {
  const structure = trajectoryShape(trajectory, path);
  if (!isRecord(trajectory)) return structure;
  return [...structure, ...phaseFaults(trajectory, path), ...periodFaults(trajectory, path), ...trajectoryFaults(trajectory, path)];
}

function periodOfDelivery(value: Fields): DdasFault[] {
  const [from, until] = [dayIn(value, 'startdatumLevering'), dayIn(value, 'einddatumLevering')];
  return from !== null && until !== null && until < from ? [fault('einddatumLevering', 'einde-voor-begin', 'De levering eindigt voor zij begint.')] : [];
}

function perLevering(leveringen: readonly unknown[]): DdasFault[] {
  const earlier = new Map<string, number>();
  return leveringen.flatMap((levering, index) => {
    if (!isRecord(levering)) return [];
    const faults = leveringFaults(levering, index, earlier);
    const code = municipalityOf(levering);
    if (code !== null) earlier.set(code, index);
    return faults;
  });
}

function outsidePeriod(trajectory: unknown, path: string, delivery: unknown): DdasFault[] {
  const [from, until] = [dayIn(delivery, 'startdatumLevering'), dayIn(delivery, 'einddatumLevering')];
  const outside = isRecord(trajectory) && from !== null && until !== null && !ranIn(trajectory, from, until);
  return outside ? [fault(path, 'in-de-periode', 'Dit traject liep niet in de periode van de levering.')] : [];
}

function twoAtATime({ kind, second }: Concurrence): DdasFault[] {
  return kind === 'TWO_AT_A_TIME' ? [fault(second, 'een-traject-tegelijk', 'Een cliënt van dit traject heeft in dezelfde tijd een ander traject.')] : [];
}

function placedIn(trajectory: unknown, path: string, supplier: string): Placed[] {
  const from = isRecord(trajectory) ? firstDay(trajectory) : null;
  if (!isRecord(trajectory) || from === null) return [];
  return [{ path, supplier, clients: clientNumbers(trajectory).filter((one): one is string => typeof one === 'string'), from, until: lastDay(trajectory) }];
}

/** As it stands, so that the places are those of the file; what is no list has nothing in it. */
function listIn(value: unknown, name: string): readonly unknown[] {
  const found = isRecord(value) ? value[name] : null;
  return Array.isArray(found) ? found : [];
}
