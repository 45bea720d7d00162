// Guarantees: the way between two postcode areas is the same at every body: great circle times a detour factor, and that at the speed of the transport.
// Product decision: no route planner is asked, so no address and no person leaves the federation. All figures are rows of schema/parameters.json.
import { Big } from 'big.js';
import { findParameter, type Parameter, parameterOn } from '#law/parameters.js';
import { type Transport, TRANSPORTS } from './matching.js';

export interface AreaPoint {
  /** Four digits. */
  readonly area: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
}

/** What a worker travels one way when he wishes nothing else, and how. */
export interface TravelLimits {
  readonly kilometres: number;
  readonly minutes: number;
  readonly transport: Transport;
}

const EARTH_RADIUS_KILOMETRES = 6371.0088;
const MINUTES_PER_HOUR = 60;

/** Kilometres one way with one decimal, '0.0' within one area. `detourFactor`: kilometres of road per kilometre as the crow flies. */
export function travelKilometres(from: AreaPoint, to: AreaPoint, detourFactor: string): string {
  return new Big(greatCircle(from, to).toFixed(6)).times(detourFactor).toFixed(1, Big.roundHalfUp);
}

/** A lookup over the area register; null when either area is unknown or not given. */
export function travelBetween(areas: readonly AreaPoint[], parameters: readonly Parameter[], on: string): (from: string | null, to: string | null) => string | null {
  const byArea = new Map(areas.map((point) => [point.area, point]));
  const detourFactor = parameterOn(parameters, 'TRAVEL_DETOUR_FACTOR', on).value;
  return remembered((from, to) => {
    const start = from === null ? undefined : byArea.get(from);
    const end = to === null ? undefined : byArea.get(to);
    return start && end ? travelKilometres(start, end, detourFactor) : null;
  });
}

/** Whole minutes, rounded up: what goes before and after the ride (walking, waiting) and the ride itself. */
export function travelTimeOn(parameters: readonly Parameter[], on: string): (kilometres: string, transport: Transport) => number {
  const speeds = new Map(TRANSPORTS.map((one) => [one, parameterOn(parameters, `TRAVEL_SPEED_${one}`, on).value]));
  const extra = new Map(TRANSPORTS.map((one) => [one, findParameter(parameters, `TRAVEL_EXTRA_MINUTES_${one}`, on)?.value ?? '0']));
  return remembered((kilometres, transport) => {
    const ride = new Big(kilometres).times(MINUTES_PER_HOUR).div(speeds.get(transport) ?? '1');
    return ride.plus(extra.get(transport) ?? '0').round(0, Big.roundUp).toNumber();
  });
}

/** A search asks the same few ways for everybody; there are no more of them than pairs of areas. */
function remembered<A extends string | null, B extends string | null, R>(compute: (a: A, b: B) => R): (a: A, b: B) => R {
  const known = new Map<string, R>();
  return (a, b) => {
    const key = `${a} ${b}`;
    const found = known.get(key) ?? compute(a, b);
    known.set(key, found);
    return found;
  };
}

export function travelLimitsOn(parameters: readonly Parameter[], on: string): TravelLimits {
  const [kilometres, minutes, transport] = ['TRAVEL_MAX_KILOMETRES', 'TRAVEL_MAX_MINUTES', 'TRAVEL_TRANSPORT'].map((name) => parameterOn(parameters, name, on).value);
  const known = TRANSPORTS.find((one) => one === transport);
  if (!known) throw new RangeError(`TRAVEL_TRANSPORT on ${on} is no means of transport`);
  return { kilometres: Number(kilometres), minutes: Number(minutes), transport: known };
}

/** Haversine. Trigonometry needs floats; its result is rounded to millimetres before it enters decimal arithmetic. */
function greatCircle(from: AreaPoint, to: AreaPoint): number {
  const phi1 = radians(from.lat);
  const phi2 = radians(to.lat);
  const half = Math.sin((phi2 - phi1) / 2) ** 2 + Math.cos(phi1) * Math.cos(phi2) * Math.sin(radians(to.lon - from.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
