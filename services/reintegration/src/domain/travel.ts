// Guarantees: the distance between two postcode areas is the same at every body: great circle times a dated detour factor.
// Product decision: no route planner is asked, so no address and no person leaves the federation.
import { Big } from 'big.js';

export interface AreaPoint {
  /** Four digits. */
  readonly area: string;
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
}

export interface TravelParameters {
  readonly from: string;
  readonly until: string | null;
  /** Kilometres of road per kilometre as the crow flies. */
  readonly detourFactor: string;
  /** What a worker travels one way when he wishes nothing else. */
  readonly maxKilometres: number;
}

const PARAMETERS: readonly TravelParameters[] = [{ from: '1998-01-01', until: null, detourFactor: '1.3', maxKilometres: 15 }];
const EARTH_RADIUS_KILOMETRES = 6371.0088;

export function travelParametersOn(date: string, parameters: readonly TravelParameters[] = PARAMETERS): TravelParameters {
  const found = parameters.find((one) => one.from <= date && (one.until === null || date <= one.until));
  if (!found) throw new RangeError(`no travel parameters on ${date}`);
  return found;
}

/** Kilometres one way with one decimal, '0.0' within one area. */
export function travelKilometres(from: AreaPoint, to: AreaPoint, parameters: TravelParameters): string {
  return new Big(greatCircle(from, to).toFixed(6)).times(parameters.detourFactor).toFixed(1, Big.roundHalfUp);
}

/** A lookup over the area register; null when either area is unknown or not given. */
export function travelBetween(areas: readonly AreaPoint[], on: string): (from: string | null, to: string | null) => string | null {
  const byArea = new Map(areas.map((point) => [point.area, point]));
  const parameters = travelParametersOn(on);
  return (from, to) => {
    const start = from === null ? undefined : byArea.get(from);
    const end = to === null ? undefined : byArea.get(to);
    return start && end ? travelKilometres(start, end, parameters) : null;
  };
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
