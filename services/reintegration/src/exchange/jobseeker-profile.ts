/**
 * A worker as other bodies may know him, in the form of the exchange (VUM). First step: a profile to match on, under a random number, without
 * who he is and where he lives. Second step, only after he said yes to an offer: what he needs at work and whom to speak to.
 */
import { Big } from 'big.js';
import { INDICATION, radiusCode } from '#law/vum/codes.js';
import type { KnownCandidate } from '../domain/candidate-search.js';
import type { SearchGround } from '../domain/workplace-search.js';

export interface JobseekerProfile {
  readonly idWerkzoekende: string;
  readonly eisAanWerk: { readonly indicatieAanpassingWerkomgeving: number; readonly indicatieBegeleiding: number; readonly indicatieWerkvariatie: number };
  readonly mobiliteit: { readonly maximaleReisafstand: number; readonly maximaleReistijd: number };
  readonly werktijden?: { readonly aantalWerkurenPerWeekMinimaal: number; readonly aantalWerkurenPerWeekMaximaal: number };
  readonly flexibiliteit: { readonly codeRegiostraal?: number; readonly datumAanvangBeschikbaarVoorWerk: string };
}

export interface DetailProfile extends JobseekerProfile {
  readonly persoonlijkePresentatie: string;
  readonly contactpersoon: readonly { readonly naamContactpersoonAfdeling: string }[];
}

/** The postcode of the exchange has letters, which no register here has of a worker, and would nearly name him. */
export function matchingProfile({ profile, indication, employed }: KnownCandidate, { travelLimits, on }: SearchGround): JobseekerProfile {
  const radius = radiusCode(travelLimits.kilometres);
  const hours = wholeHours(employed?.hoursPerWeek ?? null);
  return {
    idWerkzoekende: profile,
    eisAanWerk: {
      indicatieAanpassingWerkomgeving: indication.adaptations.length > 0 ? INDICATION.YES : INDICATION.NO,
      indicatieBegeleiding: indication.adviceSupervisedEmployment === true ? INDICATION.YES : INDICATION.UNKNOWN,
      indicatieWerkvariatie: INDICATION.UNKNOWN,
    },
    mobiliteit: { maximaleReisafstand: travelLimits.kilometres, maximaleReistijd: travelLimits.minutes },
    ...(hours === null ? {} : { werktijden: { aantalWerkurenPerWeekMinimaal: hours, aantalWerkurenPerWeekMaximaal: hours } }),
    flexibiliteit: { ...(radius === null ? {} : { codeRegiostraal: radius }), datumAanvangBeschikbaarVoorWerk: on },
  };
}

/** Adaptations in plain words and the service that knows him; his name follows when that service is asked for it. */
export function detailProfile(candidate: KnownCandidate, ground: SearchGround, contact: string): DetailProfile {
  const needed = candidate.indication.adaptations.map(ground.adaptationText);
  const text = needed.length === 0 ? 'Er zijn geen aanpassingen van de werkplek nodig.' : `Nodig op de werkplek: ${needed.join('; ')}.`;
  return { ...matchingProfile(candidate, ground), persoonlijkePresentatie: text, contactpersoon: [{ naamContactpersoonAfdeling: contact }] };
}

/** The exchange counts whole hours; part of an hour is worked too. */
function wholeHours(hoursPerWeek: string | null): number | null {
  return hoursPerWeek === null ? null : new Big(hoursPerWeek).round(0, Big.roundUp).toNumber();
}
