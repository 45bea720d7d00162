// Guarantees: every number of policy has a period in which it holds and a ground, and is chosen by the business date.
// Architecture decision 12; domain brief 8.3: lead time, floor and full week are parameters, never constants of the code.

interface DatedValue {
  readonly from: string;
  readonly until: string | null;
  readonly value: string;
  readonly ground: string;
}

export type ParameterName = 'LEAD_TIME_DAYS' | 'FEE_FLOOR_PER_HOUR' | 'FULL_WEEK_HOURS' | 'OFFER_VALID_DAYS' | 'INDICATION_HORIZON_MONTHS' | 'REVIEW_AFTER_MONTHS';

/** Replaced as a whole where another federation decides otherwise. */
export type ParameterTable = Readonly<Record<ParameterName, readonly DatedValue[]>>;

const PARAMETERS: ParameterTable = {
  LEAD_TIME_DAYS: [{ from: '2012-01-01', until: null, value: '14', ground: 'Afspraak van de samenwerkende colleges: de werknemer weet het twee weken vooraf.' }],
  FEE_FLOOR_PER_HOUR: [{ from: '2008-01-01', until: null, value: '2.00', ground: 'Wsw art. 5: geen onverantwoorde invloed op de mededinging.' }],
  FULL_WEEK_HOURS: [{ from: '2008-01-01', until: null, value: '36', ground: 'Besluit uitvoering sw, bijlage: arbeidsplaats van 36 uur.' }],
  OFFER_VALID_DAYS: [{ from: '2012-01-01', until: null, value: '90', ground: 'Afspraak van de samenwerkende colleges: daarna wordt opnieuw met de werknemer gesproken.' }],
  INDICATION_HORIZON_MONTHS: [{ from: '2008-01-01', until: null, value: '12', ground: 'Besluit uitvoering sw art. 6 lid 1: herindicatie volgt later vanzelf; werk zonder einddatum begint niet op een indicatie die binnen een jaar afloopt.' }],
  REVIEW_AFTER_MONTHS: [{ from: '2012-01-01', until: null, value: '3', ground: 'Afspraak van de samenwerkende colleges: eerste evaluatie na drie maanden.' }],
};

export function parameterOn(name: ParameterName, date: string, table: ParameterTable = PARAMETERS): string {
  const found = table[name].find((one) => one.from <= date && (one.until === null || date <= one.until));
  if (!found) throw new RangeError(`no value of ${name} on ${date}`);
  return found.value;
}
