/** Rows of an offer to the domain's offer and back. */
import type { Offer } from '../domain/offer.js';
import type { OfferRow, OfferWorkplaceRow } from './offer.row.js';

/** `places` in order of position. */
export function toOffer(row: OfferRow, places: readonly OfferWorkplaceRow[]): Offer {
  const { id, revision, profile, person, recordedBy, recordedOn, channel, choice, chosen, chosenOn, representative } = row;
  return { id, revision, profile, person, recordedBy, recordedOn, channel, choice, chosen, chosenOn, representative, workplaces: places.map((place) => place.workplace) };
}

export function offerColumns({ workplaces: _workplaces, ...columns }: Offer): OfferRow {
  return columns;
}
