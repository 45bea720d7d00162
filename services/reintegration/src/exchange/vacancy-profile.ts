/** A free place at an employer in the form of the exchange (VUM): what a matching needs, and not which employer, who would else be called by two bodies. */
import { Big } from 'big.js';
import { LONGEST_TITLE } from '#law/vum/codes.js';
import type { OpenWorkplace } from '../domain/matching.js';

export interface VacancyProfile {
  readonly idVacature: string;
  readonly naamVacature?: string;
  readonly werktijden?: { readonly aantalWerkurenPerWeekMinimaal?: number; readonly aantalWerkurenPerWeekMaximaal?: number };
  readonly arbeidsVoorwaarden?: { readonly datumAanvangWerkzaamheden: string };
  readonly contractvorm?: readonly { readonly codeTypeArbeidscontract: 'B' | 'O'; readonly codeTypeOvereenkomst: '01' }[];
}

/** A place in the own workshop is no vacancy: only who has an indication can work there. */
export function vacancyProfiles(places: readonly OpenWorkplace[]): VacancyProfile[] {
  return places.filter(({ atEmployer }) => atEmployer).map(vacancyProfile);
}

function vacancyProfile(place: OpenWorkplace): VacancyProfile {
  const { hoursPerWeekMin: min, hoursPerWeekMax: max, function: title, availableFrom: from, contract = null } = place;
  const hours = { ...(min === null ? {} : { aantalWerkurenPerWeekMinimaal: new Big(min).round(0, Big.roundUp).toNumber() }), ...(max === null ? {} : { aantalWerkurenPerWeekMaximaal: new Big(max).round(0, Big.roundDown).toNumber() }) };
  return {
    idVacature: place.id,
    ...(title === null ? {} : { naamVacature: title.slice(0, LONGEST_TITLE) }),
    ...(Object.keys(hours).length === 0 ? {} : { werktijden: hours }),
    ...(from === null ? {} : { arbeidsVoorwaarden: { datumAanvangWerkzaamheden: from } }),
    ...(contract === null ? {} : { contractvorm: [{ codeTypeArbeidscontract: contract === 'OPEN_ENDED' ? 'O' : 'B', codeTypeOvereenkomst: '01' } as const] }),
  };
}
