/**
 * Applications with their suspensions. Guarantee: net days (calendar days without suspension, Awb 4:15) have a median of about
 * 18; what is not decided on the business date is open, now and then beyond the eight weeks of Awb 4:13.
 */
import { anyDay, plusDays, type Day } from './dates.js';
import type { Client } from './clients.js';
import { residenceOf } from './model.js';
import { BUSINESS_DATE } from './parameters.js';
import { Dice } from './random.js';

export interface Suspension {
  /** The first suspended day: the day after the invitation. */
  readonly from: Day;
  /** The day on which the term runs again, not suspended itself; null while the suspension stands. */
  readonly until: Day | null;
  readonly reason: string;
  readonly ground: string;
}

export interface Application {
  readonly number: string;
  readonly client: Client;
  readonly kind: 'WELFARE_BENEFIT' | 'SPECIAL_ASSISTANCE' | 'INCOME_SUPPLEMENT' | 'REINTEGRATION' | 'DEBT_HELP';
  readonly municipality: string;
  readonly receivedOn: Day;
  readonly decidedOn: Day | null;
  readonly decision: string | null;
  readonly suspensions: readonly Suspension[];
  /** Awb art. 4:14: told that the decision is late, and until when it may be expected. */
  readonly newTerm: { readonly toldOn: Day; readonly until: Day } | null;
  /** Awb art. 4:17: when the applicant gave notice of default. */
  readonly defaultNoticeOn: Day | null;
}

const FIRST_NUMBER = 300_001;
const MEDIAN_NET_DAYS = 18;
const SPREAD = 0.5;
const LATE_SHARE = 0.03;
/** Around the turn of the year more was left lying, so that some are overdue on the business date. */
const BUSY_SHARE = 0.12;
const BUSY_FROM: Day = '2013-11-10';
const BUSY_UNTIL: Day = '2014-01-03';
const SUSPENDED_SHARE = 0.3;
const SPECIAL_ASSISTANCE = 900;
const OTHERS = 260;
const EIGHT_WEEKS = 56;
/** Of those that take longer than eight weeks. */
const TOLD_SHARE = 0.35;
const DEFAULT_NOTICE_SHARE = 0.5;
const DECISIONS = { GRANTED: 0.76, PARTLY_GRANTED: 0.07, REFUSED: 0.1, NOT_TREATED: 0.04, WITHDRAWN: 0.03 } as const;
const REASONS: readonly (readonly [string, string])[] = [
  ...Array.from({ length: 7 }, () => ['Aanvrager gevraagd de aanvraag aan te vullen', 'Awb art. 4:15 lid 1 onder a'] as const),
  ['Aanvrager stemt schriftelijk in met uitstel', 'Awb art. 4:15 lid 2 onder a'],
  ['Inlichtingen gevraagd bij een buitenlandse instelling', 'Awb art. 4:15 lid 1 onder b'],
];

export class ApplicationDesk {
  private readonly dice = new Dice('applications');
  /** Of its own, so that what came before it stays as it was. */
  private readonly lateDice = new Dice('late applications');
  private number = FIRST_NUMBER;

  /** The application behind a benefit: received on its first day and granted, or open when the decision lies ahead. */
  forBenefit(client: Client, from: Day): Application {
    const application = this.application(client, 'WELFARE_BENEFIT', from);
    return { ...application, decision: application.decidedOn === null ? null : 'GRANTED' };
  }

  /** Everything else that clients asked for since July 2012. */
  others(clients: readonly Client[]): Application[] {
    const residents = clients.filter((one) => one.kind !== 'former');
    const special = Array.from({ length: SPECIAL_ASSISTANCE }, () => this.application(this.dice.pick(residents), 'SPECIAL_ASSISTANCE', this.received()));
    const rest = Array.from({ length: OTHERS }, () => {
      const kind = this.dice.weighted({ INCOME_SUPPLEMENT: 0.6, DEBT_HELP: 0.25, REINTEGRATION: 0.15 });
      return this.application(this.dice.pick(residents), kind, this.received());
    });
    return [...special, ...rest];
  }

  private received(): Day {
    return anyDay(this.dice, '2012-07-02', plusDays(BUSINESS_DATE, -1));
  }

  private application(client: Client, kind: Application['kind'], receivedOn: Day): Application {
    const netDays = this.netDays(receivedOn);
    const planned = this.suspensions(receivedOn, netDays);
    const suspendedDays = planned.reduce((total, one) => total + one.days, 0);
    const decidedOn = plusDays(receivedOn, netDays + suspendedDays);
    const isDecided = decidedOn <= BUSINESS_DATE;
    const late = netDays > EIGHT_WEEKS ? this.late(plusDays(receivedOn, EIGHT_WEEKS + suspendedDays), decidedOn) : { newTerm: null, defaultNoticeOn: null };
    return {
      number: String(this.number++), client, kind, municipality: residenceThen(client, receivedOn), receivedOn,
      decidedOn: isDecided ? decidedOn : null, decision: isDecided ? this.dice.weighted(DECISIONS) : null,
      suspensions: planned.filter((one) => one.from <= BUSINESS_DATE).map(({ from, days, reason, ground }) => ({ from, until: endOn(plusDays(from, days)), reason, ground })),
      ...late,
    };
  }

  /** Some are told in the last week that it will take longer, some give notice of default once it has lapsed; not both. */
  private late(lapsesOn: Day, decidedOn: Day): Pick<Application, 'newTerm' | 'defaultNoticeOn'> {
    const toldOn = plusDays(lapsesOn, -this.lateDice.whole(1, 7));
    const noticeOn = plusDays(lapsesOn, this.lateDice.whole(4, 12));
    if (this.lateDice.chance(TOLD_SHARE)) return { newTerm: toldOn <= BUSINESS_DATE ? { toldOn, until: plusDays(lapsesOn, 28) } : null, defaultNoticeOn: null };
    const gaveNotice = this.lateDice.chance(DEFAULT_NOTICE_SHARE) && noticeOn <= BUSINESS_DATE && noticeOn < decidedOn;
    return { newTerm: null, defaultNoticeOn: gaveNotice ? noticeOn : null };
  }

  private netDays(receivedOn: Day): number {
    const isBusy = BUSY_FROM <= receivedOn && receivedOn <= BUSY_UNTIL;
    if (this.dice.chance(isBusy ? BUSY_SHARE : LATE_SHARE)) return this.dice.whole(57, 130);
    return Math.min(56, Math.max(1, Math.round(MEDIAN_NET_DAYS * Math.exp(SPREAD * this.dice.bell()))));
  }

  /** One interval for most, two for a few; the second starts after the first has ended. */
  private suspensions(receivedOn: Day, netDays: number): (Suspension & { readonly days: number })[] {
    if (!this.dice.chance(SUSPENDED_SHARE)) return [];
    const first = this.suspension(plusDays(receivedOn, this.dice.whole(1, Math.min(netDays, 14))));
    if (!this.dice.chance(0.12)) return [first];
    return [first, this.suspension(plusDays(first.from, first.days + this.dice.whole(0, 1)))];
  }

  private suspension(from: Day): Suspension & { readonly days: number } {
    const [reason, ground] = this.dice.pick(REASONS);
    return { from, until: null, days: this.dice.whole(4, 25), reason, ground };
  }
}

const endOn = (day: Day): Day | null => (day <= BUSINESS_DATE ? day : null);

function residenceThen(client: Client, day: Day): string {
  const then = client.person.residences.find((one) => one.from <= day && (one.until === null || day <= one.until));
  return then?.municipality ?? residenceOf(client.person);
}
