// Guarantees: the diagram and the table in docs/agreement-states.md say what the state machine says; a test compares them.
import { AGREEMENT_STATES, COORDINATOR_STEPS, OFFICES, PARTY_STEPS, type SigningRole, type Step, TERMINAL_STATES } from './state-machine.js';

const HEAD = `# States of an agreement

Made from \`services/reintegration/src/domain/state-machine.ts\`; do not edit. Make it anew with
\`npm run build && node dist/services/reintegration/src/print-states.js > docs/agreement-states.md\`.
The database lets only these states and these ways from state to state pass (migration AgreementTables2 and later);
what is terminal is never written again. How a command goes: [command-path.md](command-path.md). Refusals: [errors.md](errors.md).
`;

type Named = readonly [name: string, step: Step];
const PARTY: readonly Named[] = Object.entries(PARTY_STEPS);
const COORDINATOR: readonly Named[] = Object.entries(COORDINATOR_STEPS);

export function stateDocument(): string {
  return [HEAD, '## Diagram\n', diagram(), '\n## Commands of people\n', commands(), '\n## Steps that no person takes\n', steps(), '\n## Who speaks for a party\n', offices(), ''].join('\n');
}

/** One arrow per pair of states, with all that leads along it. */
function diagram(): string {
  const names = new Map<string, string[]>();
  for (const [name, { from, to }] of [...PARTY, ...COORDINATOR]) {
    for (const before of from.length === 0 ? ['[*]'] : from) {
      for (const after of to) names.set(`${before} --> ${after}`, [...(names.get(`${before} --> ${after}`) ?? []), name]);
    }
  }
  const arrows = [...names].map(([arrow, all]) => `  ${arrow}: ${all.join(', ')}`);
  const ends = TERMINAL_STATES.map((state) => `  ${state} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...arrows, ...ends, '```'].join('\n');
}

function commands(): string {
  const rows = PARTY.map(([name, { from, to, parties, refusals }]) => `| ${name} | ${stateList(from)} | ${stateList(to)} | ${parties.join(', ')} | ${refusals.join(', ')} |`);
  return ['| command | in state | leads to | for which party | may be refused with |', '|---|---|---|---|---|', ...rows].join('\n');
}

function steps(): string {
  const rows = COORDINATOR.map(([name, { from, to }]) => `| ${name} | ${stateList(from)} | ${stateList(to)} |`);
  return ['| step | in state | leads to |', '|---|---|---|', ...rows].join('\n');
}

function offices(): string {
  const rows = (Object.keys(OFFICES) as SigningRole[]).map((role) => `| ${role} | ${OFFICES[role].join(' or ')} |`);
  return ['| party | office |', '|---|---|', ...rows, '', 'A body with several parties speaks by the office of its company, if it is one.'].join('\n');
}

/** In the order of the life of an agreement. */
function stateList(states: readonly string[]): string {
  return states.length === 0 ? '(none yet)' : AGREEMENT_STATES.filter((state) => states.includes(state)).join(', ');
}
