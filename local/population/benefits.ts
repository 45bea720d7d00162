/** What clients receive and owe, and who acts for them. Amounts come from the parameters and are no law. */
import { anyDay, laterOf, plusDays, plusYears, type Day } from './dates.js';
import { ApplicationDesk, type Application } from './applications.js';
import type { Client } from './clients.js';
import { fixedPeople, type RepresentativeKind } from './fixed-people.js';
import { personName } from './names.js';
import { BUSINESS_DATE, REPRESENTED_SHARE, WELFARE_PER_MONTH_2014 } from './parameters.js';
import { dealt, Dice } from './random.js';

export interface Benefit {
  readonly number: string;
  readonly client: Client;
  readonly scheme: 'WWB' | 'IOAW' | 'IOAZ' | 'BBZ';
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'ENDED';
  readonly from: Day;
  readonly until: Day | null;
  /** Cents per month. */
  readonly amount: number;
}

export interface Representative {
  readonly number: string;
  readonly client: Client;
  readonly kind: RepresentativeKind;
  readonly name: string;
  readonly from: Day;
  readonly until: Day | null;
}

const FIRST_BENEFIT = 400_001;
const FIRST_REPRESENTATIVE = 900_001;
const TOPPED_UP_SHARE = 0.12;
const EARLIER_SHARE = 0.2;
const NOT_BEFORE: Day = '2001-01-01';
/** Benefits that began since then have their application in the register. */
const APPLICATIONS_SINCE: Day = '2012-07-01';

export interface IncomeRegister {
  readonly benefits: readonly Benefit[];
  readonly applications: readonly Application[];
}

export class IncomeOffice {
  private readonly dice = new Dice('benefits');
  private number = FIRST_BENEFIT;

  /** A running benefit for all on welfare, unless their application is still open; some sheltered workers are topped up. */
  register(clients: readonly Client[]): IncomeRegister {
    const desk = new ApplicationDesk();
    const applications: Application[] = [];
    const benefits = clients.flatMap((client) => this.benefitsOf(client)).filter((benefit) => {
      if (benefit.from < APPLICATIONS_SINCE || benefit.client.kind === 'sheltered') return true;
      const application = desk.forBenefit(benefit.client, benefit.from);
      applications.push(application);
      return application.decidedOn !== null;
    });
    return { benefits, applications: [...applications, ...desk.others(clients)] };
  }

  private benefitsOf(client: Client): Benefit[] {
    if (client.kind === 'sheltered') return this.dice.chance(TOPPED_UP_SHARE) ? [this.topUp(client)] : [];
    if (client.kind === 'former') return [this.ended(client)];
    const running = this.running(client);
    return this.dice.chance(EARLIER_SHARE) ? [this.earlier(running), running].filter((one) => one !== null) : [running];
  }

  private running(client: Client): Benefit {
    const status = this.dice.chance(0.012) ? 'SUSPENDED' : 'ACTIVE';
    return { number: this.next(), client, scheme: this.schemeOf(client), status, from: this.start(client), until: null, amount: this.amount() };
  }

  private schemeOf(client: Client): Benefit['scheme'] {
    const older = client.person.birthDate < plusYears(BUSINESS_DATE, -52);
    return this.dice.weighted(older ? { WWB: 0.78, IOAW: 0.19, IOAZ: 0.02, BBZ: 0.01 } : { WWB: 0.98, IOAW: 0, IOAZ: 0, BBZ: 0.02 });
  }

  /** Recent starts are a little more frequent. */
  private start(client: Client): Day {
    const adult = plusYears(client.person.birthDate, 18);
    const years = this.dice.fraction() ** 1.2 * 12;
    return laterOf(laterOf(adult, NOT_BEFORE), plusDays(BUSINESS_DATE, -Math.floor(years * 365) - 5));
  }

  /** The amount of the household, for one in five lowered by income of their own. */
  private amount(): number {
    const full = WELFARE_PER_MONTH_2014[this.dice.weighted({ single: 0.58, singleParent: 0.24, couple: 0.18 })];
    return this.dice.chance(0.2) ? full - 25 * this.dice.whole(200, 2400) : full;
  }

  /** A first spell that ended before the running one began. */
  private earlier(running: Benefit): Benefit | null {
    const until = plusDays(running.from, -this.dice.whole(120, 900));
    const from = plusDays(until, -this.dice.whole(90, 700));
    if (from < laterOf(NOT_BEFORE, plusYears(running.client.person.birthDate, 18)) || from >= APPLICATIONS_SINCE) return null;
    return { ...running, number: this.next(), status: 'ENDED', from, until };
  }

  private topUp(client: Client): Benefit {
    const from = anyDay(this.dice, '2008-01-01', '2013-12-31');
    return { number: this.next(), client, scheme: 'WWB', status: 'ACTIVE', from, until: null, amount: 25 * this.dice.whole(320, 1400) };
  }

  /** Ended with the move (Wwb art. 40: the right exists towards the college of residence). */
  private ended(client: Client): Benefit {
    const moved = client.person.residences.at(-1)?.from ?? BUSINESS_DATE;
    const until = plusDays(moved, -1);
    const from = laterOf(plusDays(until, -this.dice.whole(200, 1800)), plusYears(client.person.birthDate, 18));
    return { number: this.next(), client, scheme: 'WWB', status: 'ENDED', from: from < until ? from : until, until, amount: this.amount() };
  }

  private next(): string {
    return String(this.number++);
  }
}

const REPRESENTATIVE_KINDS = { BENEFITS_ADMINISTRATOR: 0.58, AUTHORISED: 0.17, MENTOR: 0.14, CURATOR: 0.11 } as const;

/** The representatives written down by hand, and one for the stated share of all other clients; one in eight has ended. */
export function representativesOf(clients: readonly Client[]): Representative[] {
  const dice = new Dice('representatives');
  const byHand = new Map(fixedPeople.map((one) => [one.bsn, one]));
  const shown = dealt(dice, { yes: REPRESENTED_SHARE, no: 1 - REPRESENTED_SHARE }, clients.length);
  let number = FIRST_REPRESENTATIVE;
  return clients.flatMap((client, index) => {
    const fixed = byHand.get(client.person.bsn);
    if (fixed) return fixed.representative ? [{ number: String(number++), client, ...fixed.representative, from: '2011-01-01', until: null }] : [];
    if (shown[index] !== 'yes') return [];
    const from = anyDay(dice, laterOf('2005-01-01', plusYears(client.person.birthDate, 18)), '2013-11-30');
    const until = dice.chance(0.125) ? anyDay(dice, from, plusDays(BUSINESS_DATE, -3)) : null;
    return [{ number: String(number++), client, kind: dice.weighted(REPRESENTATIVE_KINDS), name: personName(dice), from, until }];
  });
}

