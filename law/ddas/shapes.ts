/** DDAS v1.0 (data model of debt help for the CBS): how a value of the file may be made up. Each shape tells every fault of a value, and never the value. */

export interface DdasFault {
  /** `leveringen[0].schuldhulptrajecten[3].intake.startdatum` */
  readonly path: string;
  readonly rule: string;
  /** Dutch, for who must mend it. */
  readonly text: string;
}

export type Shape = (value: unknown, path: string) => readonly DdasFault[];

export interface Member {
  readonly shape: Shape;
  readonly required: boolean;
}

export const fault = (path: string, rule: string, text: string): DdasFault => ({ path, rule, text });

export const must = (shape: Shape): Member => ({ shape, required: true });
export const may = (shape: Shape): Member => ({ shape, required: false });

export const text: Shape = (value, path) => (typeof value === 'string' ? [] : [fault(path, 'tekst', 'Hier hoort tekst te staan.')]);

export function textLike(pattern: RegExp, rule: string, what: string): Shape {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? [] : [fault(path, rule, what)]);
}

export const date: Shape = (value, path) => (typeof value === 'string' && isDate(value) ? [] : [fault(path, 'datum', 'Een datum is JJJJ-MM-DD en bestaat.')]);

export const dateTime: Shape = (value, path) => {
  const told = typeof value === 'string' && /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(value);
  return told && isDate(told[1] ?? '') ? [] : [fault(path, 'datum-tijd', 'Een tijdstip is JJJJ-MM-DDTUU:MM:SSZ en bestaat.')];
};

/** Below zero would be a claim, not a debt. */
export const wholeEuros: Shape = (value, path) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? [] : [fault(path, 'hele-euros', 'Een bedrag is een aantal hele euro’s.')]);

export const count: Shape = (value, path) => (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? [] : [fault(path, 'teller', 'De teller telt de leveringen vanaf 1.')]);

export const yesOrNo: Shape = (value, path) => (typeof value === 'boolean' ? [] : [fault(path, 'ja-nee', 'Hier hoort true of false te staan.')]);

export function oneOf(values: readonly string[]): Shape {
  return (value, path) => (typeof value === 'string' && values.includes(value) ? [] : [fault(path, 'waardelijst', `Alleen: ${values.join(', ')}.`)]);
}

export function list(of: Shape, atLeast = 0, atMost = Number.POSITIVE_INFINITY): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return [fault(path, 'lijst', 'Hier hoort een lijst te staan.')];
    const size = value.length < atLeast || value.length > atMost ? [fault(path, 'aantal', `De lijst heeft er ${atLeast} tot ${Number.isFinite(atMost) ? atMost : 'onbeperkt veel'}.`)] : [];
    return [...size, ...value.flatMap((one, index) => of(one, `${path}[${index}]`))];
  };
}

/** Members that the model does not have are faults: it is closed. */
export function record(members: Readonly<Record<string, Member>>): Shape {
  return (value, path) => {
    if (!isRecord(value)) return [fault(path, 'object', 'Hier hoort een object te staan.')];
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const strange = Object.keys(value).filter((name) => !Object.hasOwn(members, name));
    return [
      ...strange.map(() => fault(path, 'onbekend-gegeven', 'Hier staat een gegeven dat het model niet kent.')),
      ...Object.entries(members).flatMap(([name, { shape, required }]) => {
        if (Object.hasOwn(value, name)) return shape(value[name], at(name));
        return required ? [fault(at(name), 'verplicht', 'Dit gegeven ontbreekt.')] : [];
      }),
    ];
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day of the Gregorian calendar. Counted here: a delivery has a hundred thousands of days, and a date library takes a second for each ten thousand. */
export function isDate(value: string): boolean {
  const told = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!told) return false;
  const [year, month, day] = [Number(told[1]), Number(told[2]), Number(told[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
