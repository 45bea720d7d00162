/**
 * What a move of residence does to the money of one worker. Wsw art. 10(1)-(5), BWBR0008903 (2013): the new municipality pays, or steps in, from
 * 1 January of the second calendar year after the passage; art. 9(2): until the end of the year after it the passage costs the former one nothing.
 * Art. 10(4): one twelfth of the expected fee as an advance each month, adapted when the expectation changes.
 * Art. 10(2) names the employment with the college of the municipality that is left: a second passage, or one away from another municipality, is not settled.
 */
import { Big } from 'big.js';

const MONTHS = 12;

export interface Move {
  /** The day on which the worker became a resident of `to`. */
  readonly on: string;
  /** CBS codes. */
  readonly from: string;
  readonly to: string;
}

export interface Payer {
  /** First day for which the new municipality pays. Whether the law of that year still asks for it: ruleSetOf(year).settlesByLaw. */
  readonly from: string;
  readonly payer: string;
}

/** What the text does not settle: the readings that a human chooses from, in Dutch. */
export interface HumanDecision {
  readonly human: readonly string[];
}

/** Where somebody is a resident from a day on; null: abroad. */
export interface Residence {
  readonly from: string;
  readonly municipality: string | null;
}

/**
 * The passages in a series of residences. Who comes back from abroad passes on that day from the last Dutch municipality (art. 10(5)), and until then
 * the departure changes nothing (art. 9(2)).
 */
export function movesOf(residences: readonly Residence[]): readonly Move[] {
  const dutch = residences.filter((one): one is { from: string; municipality: string } => one.municipality !== null).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return dutch.slice(1).map(({ from: on, municipality: to }, index) => ({ on, from: dutch[index]!.municipality, to })).filter(({ from, to }) => from !== to);
}

/** 1 January of the second calendar year after the passage (art. 10(1) and (2)). */
export function feeFrom(movedOn: string): string {
  return `${yearOf(movedOn) + 2}-01-01`;
}

/** Last day on which the passage leaves art. 9(1) untouched while the employment lasts (art. 9(2)). */
export function clawbackNeutralUntil(movedOn: string): string {
  return `${yearOf(movedOn) + 1}-12-31`;
}

/**
 * Who pays from when; null when nobody moved. `employing`: municipality of the college that employs, where it is known; without it the employment is taken
 * to be with the municipality that was left first. Moves of before the employment began are not for this function.
 */
export function residencyFrom(moves: readonly Move[], employing?: string): Payer | HumanDecision | null {
  const passages = moves.filter(({ from, to }) => from !== to).toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const [first, ...later] = passages;
  if (!first) return null;
  if (later.length === 0 && employing !== undefined && employing !== first.from) return { human: strangerReadings(first, employing) };
  const payer = { from: feeFrom(first.on), payer: first.to };
  return later.length === 0 ? payer : { human: readings(first, later) };
}

/** A x C / B in EUR per year. `grant` and `minimumLabourYears` are those of the new residence, `labourYears` one person's, to hundredths. Cents are policy. */
export function residencyFee(grant: string, minimumLabourYears: string, labourYears: string): string {
  const minimum = new Big(minimumLabourYears);
  if (minimum.lte(0)) throw new RangeError('a municipality without minimum labour years has no amount per labour year');
  return new Big(grant).times(labourYears).div(minimum).toFixed(2, Big.roundHalfUp);
}

/** Twelve amounts in EUR that sum to the fee exactly. Policy, for the text is silent: cents, and the last month corrects. */
export function monthlyAdvances(feePerYear: string): readonly string[] {
  return spread(new Big(feePerYear), MONTHS);
}

/**
 * The advances of the months after those that were paid, so that paid and corrected together are the new fee. After the twelfth month one
 * settlement is left. What was paid too much comes back in the last amount: an advance is never negative before it.
 */
export function corrected(paid: readonly string[], feePerYear: string): readonly string[] {
  if (paid.length > MONTHS) throw new RangeError(`${paid.length} advances in one year`);
  const left = paid.reduce((rest, one) => rest.minus(one), new Big(feePerYear));
  return spread(left, Math.max(1, MONTHS - paid.length));
}

function readings(first: Move, later: readonly Move[]): string[] {
  const last = later.at(-1)!;
  const literal = `Letterlijk (Wsw art. 10 lid 2): ${first.to} betaalt vanaf ${feeFrom(first.on)} aan ${first.from}; de overgang van ${last.from} naar ${last.to} `
    + `(${last.on}) noemt een dienstbetrekking met het college van ${last.from}, en die is er niet.`;
  const until = feeFrom(last.on) > feeFrom(first.on) ? `${first.to} betaalt vanaf ${feeFrom(first.on)}, en ` : '';
  if (last.to === first.from) {
    return [literal, `Naar de strekking: ${until}de betrokkene woont sinds ${last.on} weer in ${first.from}; vanaf ${feeFrom(last.on)} is er niets te vergoeden.`];
  }
  return [literal, `Naar de strekking: ${until}${last.to}, de huidige woongemeente, betaalt vanaf ${feeFrom(last.on)} aan ${first.from}.`];
}

/** The employment is with a college of neither side of the only passage, or with the one that he came to. */
function strangerReadings({ on, from, to }: Move, employing: string): string[] {
  const literal = `Letterlijk (Wsw art. 10 lid 2): de overgang van ${from} naar ${to} (${on}) noemt een dienstbetrekking met het college van ${from}, en die is er niet: ${to} betaalt niemand.`;
  if (employing === to) return [literal, `Naar de strekking: de dienstbetrekking is met het college van ${to} zelf; wat ${from} betaalde vervalt per ${feeFrom(on)}.`];
  return [literal, `Naar de strekking: ${to}, de nieuwe woongemeente, betaalt vanaf ${feeFrom(on)} aan ${employing}, waarmee de dienstbetrekking is.`];
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Equal amounts, the last one takes what rounding left over. */
function spread(amount: Big, parts: number): string[] {
  const before = parts - 1;
  const rounded = amount.div(parts).round(2, Big.roundHalfUp);
  const tooMuch = rounded.lt(0) || rounded.times(before).gt(amount);
  const each = tooMuch ? downTo(amount, parts) : rounded;
  return [...Array.from({ length: before }, () => each.toFixed(2)), amount.minus(each.times(before)).toFixed(2, Big.roundHalfUp)];
}

function downTo(amount: Big, parts: number): Big {
  return amount.lt(0) ? new Big(0) : amount.div(parts).round(2, Big.roundDown);
}
