/** I5: a command takes effect once, however often it arrives; another content under its id is refused. I8: what was acknowledged is kept. */
import type { CommandKept } from '../bodies.js';
import type { Run, Violation } from '../violation.js';
import { REUSED, type Entry, type Told, type Verb } from '../recorder.js';

interface Given {
  readonly command: string;
  readonly actor: string;
  readonly verb: Verb;
  readonly told: Told[];
}

export function everyCommandOnce({ bodies, recorded }: Run): Violation[] {
  const given = givenIn(recorded);
  return [...oneVersionPerCommand({ bodies }), ...oneObjectPerCommand(given), ...given.flatMap(sameAnswers)];
}

/** Every client command that took effect raised its agreement's version by one: so many stored outcomes, so high a version. */
function oneVersionPerCommand({ bodies }: Pick<Run, 'bodies'>): Violation[] {
  const effects = new Map<string, number>();
  for (const { kind, id } of bodies.inboxes['reintegration'] ?? []) if (kind === 'AGREEMENT' && id) effects.set(id, (effects.get(id) ?? 0) + 1);
  return bodies.agreements
    .filter(({ id, version }) => effects.get(id) !== version)
    .map(({ id, version }) => ({ invariant: 'I5' as const, subject: id, evidence: `version ${version} after ${effects.get(id) ?? 0} commands that took effect` }));
}

/** Two offers or two proposals never answer with one object, and one never with two. */
function oneObjectPerCommand(given: readonly Given[]): Violation[] {
  const makers = new Map<string, string>();
  return given.flatMap(({ verb, command, told }) => {
    if (verb !== 'offer' && verb !== 'propose') return [];
    const ids = new Set(told.flatMap((one) => ('id' in one ? [one.id] : [])));
    const others = [...ids].filter((id) => makers.has(`${verb} ${id}`));
    for (const id of ids) makers.set(`${verb} ${id}`, command);
    return ids.size > 1 || others.length > 0 ? [{ invariant: 'I5' as const, subject: command, evidence: `${verb} made ${[...ids].join(', ')}, ${others.length} of which another command made` }] : [];
  });
}

/** A body that was away is no answer; and a place that turned out to be taken may be told after "accepted". */
function sameAnswers({ command, verb, told }: Given): Violation[] {
  const kinds = new Set(told.filter((one) => !isPassing(one)).map(inShort));
  if (verb === 'reuse') return kinds.size === 0 || (kinds.size === 1 && kinds.has('COMMAND_REUSED')) ? [] : [{ invariant: 'I5', subject: command, evidence: `another content under a known id was answered ${[...kinds].join(', ')}` }];
  kinds.delete('WORKPLACE_TAKEN');
  return kinds.size <= 1 ? [] : [{ invariant: 'I5', subject: command, evidence: `${verb} was answered differently: ${[...kinds].join(', ')}` }];
}

export function acknowledgedIsKept({ bodies, recorded }: Run): Violation[] {
  const inbox = new Map((bodies.inboxes['reintegration'] ?? []).map((one) => [`${one.actor} ${one.command}`, one]));
  const versions = new Map(bodies.agreements.map((one) => [one.id, one.version]));
  const offers = new Set(bodies.offers);
  return givenIn(recorded).flatMap(({ actor, command, verb, told }) => {
    if (verb === 'reuse') return [];
    return told.filter((one) => one.kind !== 'FAULT' && !isPassing(one)).flatMap((one): Violation[] => {
      const lost = lostOf(one, inbox.get(`${actor} ${command}`), versions, offers);
      return lost === null ? [] : [{ invariant: 'I8', subject: command, evidence: `${verb} of ${actor} was answered ${JSON.stringify(one)}: ${lost}` }];
    });
  });
}

function lostOf(told: Told, kept: CommandKept | undefined, versions: ReadonlyMap<string, number>, offers: ReadonlySet<string>): string | null {
  if (!kept) return 'no trace of the command';
  if (told.kind === 'OFFER') return kept.id === told.id && offers.has(told.id) ? null : 'the offer is gone';
  if (told.kind === 'AGREEMENT') return kept.id === told.id && (versions.get(told.id) ?? 0) >= told.version ? null : 'the agreement is gone or older than that';
  return kept.kind === 'REFUSAL' && 'code' in told && kept.code === told.code || inShort(told) === 'WORKPLACE_TAKEN' ? null : `kept is ${kept.kind} ${kept.code ?? ''}`;
}

const isPassing = (told: Told): boolean => told.kind === 'REFUSAL' && told.code === 'BODY_UNAVAILABLE';
const inShort = (told: Told): string => (told.kind === 'REFUSAL' || told.kind === 'FAULT' ? told.code : `${told.kind} ${told.id}`);

function givenIn(recorded: readonly Entry[]): Given[] {
  const commands = new Map<string, Given>();
  for (const entry of recorded) {
    if (entry.type === 'invoke' && !commands.has(entry.command)) commands.set(entry.command, { command: entry.command, actor: entry.actor, verb: entry.verb, told: [] });
    if (entry.type === 'answer') commands.get(entry.command)?.told.push(entry.told);
  }
  return [...commands.values()].map((one) => ({ ...one, command: one.command.replace(REUSED, '') }));
}
