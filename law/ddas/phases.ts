/** DDAS v1.0, process model: aanmelding, intake, stabilisatie, schuldregeling, oplossing, nazorg. A later phase does not begin before an earlier one, and nothing ends before it begins. */
import { type DdasFault, fault, isDate, isRecord } from './shapes.js';

/** Each phase with the field of its first day. */
const ORDER = [
  ['aanmelding', 'startdatum'],
  ['intake', 'startdatum'],
  ['stabilisatie', 'startdatum'],
  ['schuldregeling', 'datum'],
  ['oplossing', 'startdatum'],
  ['nazorg', 'startdatum'],
] as const;

export function phaseFaults(trajectory: Readonly<Record<string, unknown>>, path: string): DdasFault[] {
  const begun = ORDER.flatMap(([phase, field]) => {
    const day = dayIn(trajectory[phase], field);
    return day === null ? [] : [{ phase, field, day }];
  });
  return begun.flatMap(({ phase, field, day }, index) => {
    const before = begun.slice(0, index).find((one) => one.day > day);
    return before ? [fault(`${path}.${phase}.${field}`, 'volgorde-fasen', `De fase ${phase} begint voor de fase ${before.phase}, die eraan voorafgaat.`)] : [];
  });
}

/** Of the trajectory itself and of everything in it that lasts. */
export function periodFaults(value: unknown, path: string): DdasFault[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => periodFaults(one, `${path}[${index}]`));
  if (!isRecord(value)) return [];
  const [from, until] = [dayIn(value, 'startdatum'), dayIn(value, 'einddatum')];
  const turned = from !== null && until !== null && until < from ? [fault(`${path}.einddatum`, 'einde-voor-begin', 'De einddatum ligt voor de startdatum.')] : [];
  return [...turned, ...Object.entries(value).flatMap(([name, one]) => periodFaults(one, `${path}.${name}`))];
}

/** The day under a name, null for what is no record or no day: the structure tells that. */
export function dayIn(value: unknown, name: string): string | null {
  const day = isRecord(value) ? value[name] : null;
  return typeof day === 'string' && isDate(day) ? day : null;
}
