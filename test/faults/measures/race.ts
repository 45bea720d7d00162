/**
 * Fifty last acceptances for one place, at the same moment, through the gateway: one wins, all others are told that the place is taken and which others there are.
 * Security-and-reliability I1; nobody gets a fault, and nobody is left without an answer.
 */
import type { FaultArgs, Figures } from './part.js';
import { spread } from './part.js';
import { onOwnStack, type Measured } from './measured-stack.js';
import { atOnce, CASE_WORKER, NotDone, officerOf, type Answered, type Told } from './office.js';
import { people, TERMS } from './people.js';

const RACERS = 50;
/** The joint arrangement has the place; the workers are the other firms'. */
const PLACING = ['zoetermeer-rijswijk', 'leiden'] as const;
const RECEIVING = 'sw-wassenaar';
const ROUNDS = { short: 5, long: 200 };
const SIDE_BY_SIDE = 8;

interface Racer {
  readonly offer: string;
  /** Officer of the worker's own firm. */
  readonly placing: string;
  id: string;
  version: number;
  hash: string;
}

export function race(args: FaultArgs): Promise<Figures> {
  return onOwnStack(false, (measured) => new Race(measured, args).run());
}

class Race {
  private readonly violations: string[] = [];
  private readonly latencies: number[] = [];
  private readonly slowest: number[] = [];
  private losers = 0;
  private withAlternatives = 0;

  constructor(
    private readonly measured: Measured,
    private readonly args: FaultArgs,
  ) {}

  async run(): Promise<Figures> {
    const rounds = this.args.long ? ROUNDS.long : ROUNDS.short;
    const racers = await this.enterAll();
    const began = performance.now();
    for (let round = 1; round <= rounds; round += 1) {
      await atOnce(SIDE_BY_SIDE, racers, (racer) => this.accept(CASE_WORKER, racer));
      await atOnce(SIDE_BY_SIDE, racers, (racer) => this.accept(racer.placing, racer));
      const answers = await Promise.all(racers.map((racer) => this.last(racer)));
      this.judge(round, answers);
      await this.untilRested(racers);
      await this.reopen(racers);
      if (round % 10 === 0) this.args.say(`race: ${round} of ${rounds} rounds, ${this.violations.length} violations`);
    }
    const { p50, p99, max } = spread(this.latencies);
    return {
      name: 'race',
      figures: {
        rounds, 'acceptances at once': RACERS, 'losers told WORKPLACE_TAKEN': this.losers, 'of these with alternatives': this.withAlternatives,
        'answer p50 ms': p50, 'answer p99 ms': p99, 'answer max ms': max, 'slowest of a round p50 ms': spread(this.slowest).p50, 'seconds per round': ((performance.now() - began) / 1000 / rounds).toFixed(1),
      },
      violations: this.violations,
    };
  }

  /** Workers for whom there is more than this one place, so that whoever loses can be offered another. */
  private async enterAll(): Promise<Racer[]> {
    const { workers, places } = people();
    const place = places.wassenaar[0] as string;
    const all = PLACING.flatMap((code) => workers[code].map((person) => ({ person, placing: officerOf(`sw-${code}`) })));
    const choices = await atOnce(SIDE_BY_SIDE, all, async (one) => ({ ...one, others: await this.othersThan(place, one.person) }));
    const chosen = choices.filter((one) => one.others).slice(0, RACERS);
    if (chosen.length < RACERS) throw new Error(`only ${chosen.length} workers have a second choice`);
    return atOnce(SIDE_BY_SIDE, chosen, ({ person, placing }) => this.enter(person, placing, place));
  }

  private async othersThan(place: string, person: string): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const { data } = await this.measured.office.ask<{ workplaceOptions: Options }>(CASE_WORKER, OPTIONS, { person });
      if (data?.workplaceOptions.sources.every((one) => one.answered)) return data.workplaceOptions.options.some(({ misses, workplace }) => misses.length === 0 && workplace?.id !== place);
      if (attempt === 20) throw new Error('the companies do not answer');
    }
  }

  private async enter(person: string, placing: string, place: string): Promise<Racer> {
    const { office, today } = this.measured;
    const offer = await office.done(CASE_WORKER, 'recordOffer', { person, workplaces: [place], recordedOn: today, channel: 'CONVERSATION' });
    await office.done(CASE_WORKER, 'recordWorkerChoice', { offer: offer.id, choice: 'YES', workplace: place, chosenOn: today });
    return { offer: offer.id, placing, ...(await this.propose(offer.id)) };
  }

  private async propose(offer: string): Promise<Seen> {
    return seen(await this.measured.office.done(CASE_WORKER, 'proposeAgreement', { offer, terms: TERMS }));
  }

  /** Nothing happens when the body has accepted already, as the joint service has by proposing. */
  private async accept(user: string, racer: Racer): Promise<void> {
    try {
      const { version } = await this.measured.office.done(user, 'acceptAgreement', { id: racer.id, expectedVersion: racer.version, termsHash: racer.hash });
      racer.version = version ?? racer.version;
    } catch (error) {
      if (!(error instanceof NotDone) || error.reason !== 'ALREADY_ACCEPTED') throw error;
    }
  }

  private last(racer: Racer): Promise<Answered<Told>> {
    return this.measured.office.command(officerOf(RECEIVING), 'acceptAgreement', { id: racer.id, expectedVersion: racer.version, termsHash: racer.hash });
  }

  private judge(round: number, answers: readonly Answered<Told>[]): void {
    const won = answers.filter(({ data }) => data?.__typename === 'Agreement' && data.state === 'AGREED');
    const lost = answers.filter(({ data }) => data?.code === 'WORKPLACE_TAKEN');
    const others = answers.filter((one) => !won.includes(one) && !lost.includes(one));
    const offered = lost.filter(({ data }) => (data?.alternatives ?? []).length > 0);
    this.losers += lost.length;
    this.withAlternatives += offered.length;
    this.latencies.push(...answers.map((one) => one.ms));
    this.slowest.push(Math.max(...answers.map((one) => one.ms)));
    if (won.length !== 1) this.violations.push(`round ${round}: ${won.length} winners (I1)`);
    if (offered.length !== lost.length) this.violations.push(`round ${round}: ${lost.length - offered.length} losers without alternatives`);
    if (others.length > 0) this.violations.push(`round ${round}: other answers: ${counted(others.map(worded))}`);
  }

  /** What was answered as not settled is settled before the next round. */
  private async untilRested(racers: readonly Racer[]): Promise<void> {
    for (const deadline = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const states = await this.states(racers);
      if (states.every((one) => one.state !== 'RESERVING')) return;
      if (Date.now() > deadline) throw new Error('agreements stay in RESERVING');
    }
  }

  private async states(racers: readonly Racer[]): Promise<readonly State[]> {
    const states = await atOnce(SIDE_BY_SIDE, racers, async ({ id }) => (await this.measured.office.ask<{ agreement: State }>(CASE_WORKER, STATE, { id })).data?.agreement);
    return states.filter((one) => one !== undefined && one !== null) as State[];
  }

  /** The winner withdraws and is proposed again once his place is free. */
  private async reopen(racers: readonly Racer[]): Promise<void> {
    const states = await this.states(racers);
    for (const racer of racers) {
      const state = states.find((one) => one.id === racer.id);
      if (!state) throw new Error('an agreement cannot be read');
      racer.version = state.version;
      if (state.state !== 'AGREED') continue;
      await this.measured.office.done(CASE_WORKER, 'withdrawAgreement', { id: racer.id, expectedVersion: racer.version, reason: 'nieuwe ronde' });
      Object.assign(racer, await this.proposeWhenFree(racer.offer));
    }
  }

  private async proposeWhenFree(offer: string): Promise<Seen> {
    for (const deadline = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      try {
        return await this.propose(offer);
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }
}

type Seen = Pick<Racer, 'id' | 'version' | 'hash'>;

interface Options {
  readonly sources: readonly { readonly answered: boolean }[];
  readonly options: readonly { readonly misses: readonly unknown[]; readonly workplace: { readonly id: string } | null }[];
}

const OPTIONS = 'query Choices($person: ID!) { workplaceOptions(person: $person, first: 10) { sources { answered } options { misses { code } workplace { id } } } }';

interface State {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

const STATE = 'query State($id: ID!) { agreement(id: $id) { id version state } }';

const seen = ({ id, version, terms }: Told & { readonly id: string }): Seen => ({ id, version: version ?? 1, hash: terms?.hash ?? '' });

const worded = ({ status, data, errors }: Answered<Told>): string => data?.code ?? data?.state ?? `${status} ${errors.map((one) => one.extensions?.code).join()}`;

function counted(words: readonly string[]): string {
  return [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} x ${word}`).join(', ');
}
