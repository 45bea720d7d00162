/**
 * What an agreement does, written a second time from the rules alone: plain states, who accepted, who holds which place. It shares no code with domain/, so that
 * what both say alike is probably right. A command has two moments, as in life: it is decided, and then the coordinator works on what it started.
 */
export const JOINT = 'werk-en-inkomen';
export const PLACING = 'sw-leiden';
export const RECEIVING = 'sw-zoetermeer-rijswijk';
export const STRANGER = 'sw-wassenaar';
const PARTIES = [JOINT, PLACING, RECEIVING];

export const VERBS = ['propose', 'accept', 'counter', 'reject', 'withdraw', 'inform', 'agree', 'decline', 'end'] as const;
export type Verb = (typeof VERBS)[number];

/** How a command ended; refusals by kind, for two right ways of checking may find different reasons first. */
export type Outcome = 'done' | 'unseen' | 'who' | 'stale' | 'state' | 'terms' | 'taken' | 'reused' | 'unavailable';

export interface Command {
  readonly verb: Verb;
  /** Index of the offer (propose) or of the deal. */
  readonly about: number;
  readonly by: string;
  readonly version: number;
  readonly rightHash: boolean;
  readonly hours: number;
  /** End: with the notice that was agreed, or too early. */
  readonly inTime: boolean;
}

export interface Deal {
  readonly offer: number;
  state: string;
  version: number;
  accepted: string[];
  hours: number;
  informed: boolean;
  holding: boolean;
  decided: boolean;
  readonly expiresOn: string;
  endsOn: string | null;
  /** Everything that happened, so that a repeated command can say what its first time led to. */
  readonly log: string[];
}

export interface Model {
  on: string;
  readonly offers: { readonly person: number; readonly place: number }[];
  readonly deals: Deal[];
  /** Place to deal. */
  readonly holders: Map<number, number>;
  readonly releases: number[];
  readonly down: Set<string>;
}

/** A decided command: what is remembered under its id, and the moment from which the coordinator goes on. */
export interface Decided {
  readonly outcome: Outcome;
  /** False: nothing is remembered, and the same command may be given again. */
  readonly kept: boolean;
  readonly deal: number | null;
  readonly startedAt: number | null;
}

export const START = '2014-04-01';
const LAST_DAY_TO_INFORM = '2014-03-18';
const OFFER_HOLDS_TO = '2014-06-01';
const MOST_HOURS = 28;
const GONE = ['ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'];
const PROMISED = ['RESERVING', 'AGREED', 'WORKER_INFORMED', 'COMMITTING', 'SIGNED', 'ACTIVE', 'ENDING'];
const BEFORE_SIGNING = ['PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED'];

export const newModel = (on: string): Model => ({ on, offers: [], deals: [], holders: new Map(), releases: [], down: new Set() });

export function decide(model: Model, command: Command): Decided {
  if (command.verb === 'propose') return propose(model, command);
  const deal = model.deals[command.about] as Deal;
  if (!PARTIES.includes(command.by)) return { outcome: 'unseen', kept: false, deal: null, startedAt: null };
  const refused = whyNot(model, deal, command);
  if (refused !== null) return { outcome: refused, kept: refused !== 'unavailable', deal: null, startedAt: null };
  deal.version += 1;
  carryOut(model, deal, command);
  const started = deal.state === 'RESERVING' || deal.state === 'COMMITTING';
  return { outcome: 'done', kept: true, deal: command.about, startedAt: started ? deal.log.length : null };
}

/** What the giver of a decided command is told once the coordinator has had its turn; at every repeat the same question. */
export function told(model: Model, { outcome, deal, startedAt }: Decided): Outcome {
  if (outcome !== 'done' || deal === null || startedAt === null) return outcome;
  return model.deals[deal]?.log[startedAt] === 'TAKEN' ? 'taken' : 'done';
}

function propose(model: Model, { about, by, hours }: Command): Decided {
  const offer = model.offers[about] as Model['offers'][number];
  const inUse = model.deals.some((deal) => deal.offer === about && (deal.state === 'DECLINED' || !GONE.includes(deal.state)));
  const refused: Outcome | null =
    by !== JOINT ? 'who'
    : inUse || model.on > OFFER_HOLDS_TO ? 'state'
    : model.down.has(PLACING) || model.down.has(RECEIVING) ? 'unavailable'
    : termsFit(model, hours, offer.person, null) ? null
    : 'terms';
  if (refused !== null) return { outcome: refused, kept: refused !== 'unavailable', deal: null, startedAt: null };
  const expiresOn = plus(model.on, 21);
  model.deals.push({ offer: about, state: 'PROPOSED', version: 1, accepted: [JOINT], hours, informed: false, holding: false, decided: false, expiresOn, endsOn: null, log: ['PROPOSED'] });
  return { outcome: 'done', kept: true, deal: model.deals.length - 1, startedAt: null };
}

function whyNot(model: Model, deal: Deal, command: Command): Outcome | null {
  const { verb, by, version } = command;
  if (version !== deal.version) return 'stale';
  const withWorker = verb === 'inform' || verb === 'agree' || verb === 'decline';
  if (withWorker && by !== JOINT) return 'who';
  if (!stateAllows(model, deal, verb, by)) return 'state';
  if (verb === 'accept' && !command.rightHash) return 'stale';
  if (verb === 'accept' && model.on > LAST_DAY_TO_INFORM) return 'terms';
  if (verb === 'counter' && (model.down.has(PLACING) || model.down.has(RECEIVING))) return 'unavailable';
  if (verb === 'accept' && model.down.has(by)) return 'unavailable';
  const hours = verb === 'counter' ? command.hours : deal.hours;
  if ((verb === 'accept' || verb === 'counter') && !termsFit(model, hours, model.offers[deal.offer]?.person, deal)) return 'terms';
  if (verb === 'inform' && model.on > LAST_DAY_TO_INFORM) return 'terms';
  return verb === 'end' && !command.inTime ? 'terms' : null;
}

function stateAllows(model: Model, deal: Deal, verb: Verb, by: string): boolean {
  const answers = deal.state === 'PROPOSED' && model.on <= deal.expiresOn && !deal.accepted.includes(by);
  switch (verb) {
    case 'accept':
    case 'counter':
    case 'reject':
      return answers;
    case 'withdraw':
      return BEFORE_SIGNING.includes(deal.state) && (by === JOINT || deal.accepted.includes(by));
    case 'inform':
      return deal.state === 'AGREED';
    case 'agree':
      return deal.state === 'WORKER_INFORMED';
    case 'decline':
      return BEFORE_SIGNING.includes(deal.state) || (deal.state === 'COMMITTING' && !deal.decided) || deal.state === 'SIGNED';
    default:
      return verb === 'end' && deal.state === 'ACTIVE';
  }
}

/** The hours of all that is promised to one worker stay within his contract. */
function termsFit(model: Model, hours: number, person: number | undefined, except: Deal | null): boolean {
  const others = model.deals.filter((deal) => deal !== except && model.offers[deal.offer]?.person === person && PROMISED.includes(deal.state));
  const promised = others.filter((deal) => deal.endsOn === null || deal.endsOn >= START).reduce((sum, deal) => sum + deal.hours, 0);
  return hours + promised <= MOST_HOURS && model.on <= LAST_DAY_TO_INFORM;
}

function carryOut(model: Model, deal: Deal, { verb, by, hours }: Command): void {
  deal.log.push(verb);
  if (verb === 'accept') {
    deal.accepted.push(by);
    if (PARTIES.every((one) => deal.accepted.includes(one))) Object.assign(deal, { state: 'RESERVING', holding: true });
  } else if (verb === 'counter') Object.assign(deal, { accepted: [by], hours });
  else if (verb === 'inform') Object.assign(deal, { state: 'WORKER_INFORMED', informed: true });
  else if (verb === 'agree') deal.state = 'COMMITTING';
  else if (verb === 'end') Object.assign(deal, { state: 'ENDING', endsOn: afterNotice(model.on) });
  else leave(model, deal, verb === 'reject' ? 'REJECTED' : verb === 'withdraw' ? 'WITHDRAWN' : 'DECLINED');
}

function leave(model: Model, deal: Deal, state: string): void {
  if (deal.holding) model.releases.push(model.deals.indexOf(deal));
  Object.assign(deal, { state, holding: false });
}

/** The coordinator takes every step that can be taken now. */
export function advance(model: Model, index: number): void {
  const deal = model.deals[index] as Deal;
  while (calendar(model, deal) || oneStep(model, deal, index));
}

function calendar(model: Model, deal: Deal): boolean {
  const { on } = model;
  const { state } = deal;
  if (((state === 'PROPOSED' || state === 'RESERVING') && deal.expiresOn < on) || ((state === 'AGREED' || state === 'WORKER_INFORMED') && START < on)) leave(model, deal, 'LAPSED');
  else if (state === 'SIGNED' && START <= on) deal.state = 'ACTIVE';
  else if (state === 'ENDING' && deal.endsOn !== null && deal.endsOn < on) Object.assign(deal, { state: 'ENDED', holding: false });
  else return false;
  deal.log.push(deal.state);
  return true;
}

function oneStep(model: Model, deal: Deal, index: number): boolean {
  if (deal.state !== 'RESERVING' && deal.state !== 'COMMITTING') return false;
  if (deal.decided) {
    if (model.down.has(PLACING)) return false;
    deal.state = 'SIGNED';
  } else if (model.down.has(RECEIVING)) return false;
  else if (!holds(model, index, model.offers[deal.offer]?.place ?? -1)) {
    Object.assign(deal, { state: 'PROPOSED', accepted: [], informed: false, holding: false });
    deal.log.push('TAKEN');
    return false;
  } else if (deal.state === 'COMMITTING') deal.decided = true;
  else deal.state = 'AGREED';
  deal.log.push(deal.state);
  return true;
}

function holds(model: Model, index: number, place: number): boolean {
  if (!model.holders.has(place)) model.holders.set(place, index);
  return model.holders.get(place) === index;
}

/** The companies are told what they may let go. */
export function deliverReleases(model: Model): void {
  for (const index of model.releases.splice(0)) {
    const place = model.offers[model.deals[index]?.offer ?? -1]?.place ?? -1;
    if (model.holders.get(place) === index) model.holders.delete(place);
  }
}

/** Well past the month of notice. */
export const afterNotice = (on: string): string => plus(on, 45);

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
