// Guarantees: a business refusal is one of a closed list, with one Dutch sentence each, and never a thrown error.
// Architecture, decision 8 and section 6: refusals are data, because a second mutation that throws loses the first one's answer.

export const REFUSAL_CODES = [
  'STALE_VERSION',
  'STALE_TERMS',
  'NOT_YOUR_TURN',
  'NOT_A_PARTY',
  'NO_AUTHORITY',
  'WRONG_STATE',
  'ALREADY_ACCEPTED',
  'OFFER_EXPIRED',
  'NO_WORKER_CHOICE',
  'WORKPLACE_TAKEN',
  'WORKPLACE_UNSUITABLE',
  'HOURS_OUT_OF_BOUNDS',
  'INDICATION_EXPIRES',
  'SUBSIDY_CONFLICT',
  'LEAD_TIME_TOO_SHORT',
  'REPRESENTATIVE_REQUIRED',
  'PERIOD_OVERLAPS',
  'FEE_BELOW_FLOOR',
  'COMMAND_REUSED',
  'BODY_UNAVAILABLE',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refused {
  readonly refused: RefusalCode;
  /** A second Dutch sentence with the figures of this case; holds no personal data. */
  readonly detail: string | null;
}

const SENTENCES: Record<RefusalCode, string> = {
  STALE_VERSION: 'De afspraak is intussen gewijzigd. Bekijk de nieuwe versie en beslis opnieuw.',
  STALE_TERMS: 'De voorwaarden zijn intussen gewijzigd. U kunt alleen akkoord gaan met de voorwaarden zoals ze nu zijn.',
  NOT_YOUR_TURN: 'Uw organisatie is hiervoor nu niet aan de beurt.',
  NOT_A_PARTY: 'Uw organisatie is geen partij bij deze afspraak.',
  NO_AUTHORITY: 'U bent niet bevoegd om dit namens deze partij te doen.',
  WRONG_STATE: 'Dit kan niet in de huidige stand van de afspraak.',
  ALREADY_ACCEPTED: 'Uw organisatie is al akkoord met deze voorwaarden.',
  OFFER_EXPIRED: 'Het aanbod is verlopen.',
  NO_WORKER_CHOICE: 'De werknemer heeft nog geen ja gezegd tegen een werkplek.',
  WORKPLACE_TAKEN: 'De werkplek is niet meer vrij.',
  WORKPLACE_UNSUITABLE: 'De werkplek past niet bij wat deze werknemer nodig heeft.',
  HOURS_OUT_OF_BOUNDS: 'Het aantal uren per week valt buiten de grenzen.',
  INDICATION_EXPIRES: 'De indicatie dekt deze periode niet.',
  SUBSIDY_CONFLICT: 'Deze subsidie kan niet samengaan met deze vorm van werk.',
  LEAD_TIME_TOO_SHORT: 'Er is te weinig tijd tot deze datum.',
  REPRESENTATIVE_REQUIRED: 'De wettelijk vertegenwoordiger moet meebeslissen.',
  PERIOD_OVERLAPS: 'De periode valt samen met een andere afspraak of buiten de dienstbetrekking.',
  FEE_BELOW_FLOOR: 'De inleenvergoeding ligt onder de ondergrens.',
  COMMAND_REUSED: 'Dit opdrachtnummer is al gebruikt voor iets anders.',
  BODY_UNAVAILABLE: 'Een van de organisaties antwoordt niet. Er is niets gewijzigd; probeer het later opnieuw.',
};

export function refuse(code: RefusalCode, detail: string | null = null): Refused {
  return { refused: code, detail };
}

export function isRefused(value: object): value is Refused {
  return 'refused' in value;
}

/** The Dutch text that the user reads. */
export function refusalMessage({ refused, detail }: Refused): string {
  return detail === null ? SENTENCES[refused] : `${SENTENCES[refused]} ${detail}`;
}

/** The first refusal of a row of checks, in the order in which they are given; later ones are not evaluated. */
export function firstRefusal(...checks: (() => Refused | null)[]): Refused | null {
  for (const check of checks) {
    const refused = check();
    if (refused) return refused;
  }
  return null;
}
