/**
 * The checker is as good as the bugs it finds: each of these is put into a copy of the built product, at one or two places, and a short run with that copy must
 * break the invariant that the bug breaks. A patch that no longer fits the product fails, so that no bug is quietly not tested.
 */
export interface SeededBug {
  readonly name: string;
  /** Invariants of which at least one must be reported; none for the product as it is, of which nothing may be. */
  readonly breaks: readonly string[];
  /** Two where a second guard of the product would catch the first. */
  readonly patches: readonly Patch[];
  /** Processes that are killed meanwhile, again and again. */
  readonly kills?: readonly string[];
  /** A command between bodies whose receiver dies before it arrives, every third time. */
  readonly diesAt?: string;
  /** So many answered commands later it is the next day; fewer where the bug needs time to pass. */
  readonly commandsPerDay?: number;
}

interface Patch {
  /** Below dist/services. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const DOMAIN = 'reintegration/src/domain';
const COMPANY = 'sw-contract/src/commands';
const COMPANIES = ['sw-leiden', 'sw-wassenaar', 'sw-zoetermeer-rijswijk'];

export const SEEDED_BUGS: readonly SeededBug[] = [
  { name: 'no bug: the product as it is, in the same run', breaks: [], patches: [], kills: ['reintegration', ...COMPANIES] },
  {
    name: 'no hold guard: every place is said to be held',
    breaks: ['I1'],
    patches: [{ file: `${COMPANY}/hold-workplace.js`, from: 'return parts.system.hold(tx, hold);', to: 'await parts.system.hold(tx, hold);\n    return { held: true };' }],
  },
  {
    name: 'no idempotency: the inbox does a command again',
    breaks: ['I5'],
    patches: [{ file: 'shell/src/inbox.js', from: 'if (inserted.length === 0)', to: 'if (inserted.length > 1)' }],
  },
  {
    name: 'another content under a known id is answered as the first',
    breaks: ['I5'],
    patches: [{ file: 'shell/src/inbox.js', from: '!stored || stored.request_hash !== hash', to: '!stored' }],
  },
  {
    name: 'the last acceptance is never awaited, and the decision does not look',
    breaks: ['I2'],
    patches: [
      { file: `${DOMAIN}/negotiation.js`, from: 'return isLast ?', to: 'return isLast || signed.length > 0 ?' },
      { file: `${DOMAIN}/commitment.js`, from: 'genuine && complete', to: 'true' },
    ],
  },
  {
    name: 'no release on leaving',
    breaks: ['I9'],
    patches: [{ file: `${DOMAIN}/outgoing.js`, from: 'if (!before?.holding)', to: 'if (before !== undefined)' }],
  },
  {
    name: 'an agreement that leaves lets the others read on',
    breaks: ['I9'],
    patches: [{ file: `${DOMAIN}/outgoing.js`, from: 'termsVersion: agreement.current.number } }, unshare];', to: 'termsVersion: agreement.current.number } }];' }],
  },
  {
    name: 'confirmed without taking the place',
    breaks: ['I3'],
    patches: [{ file: `${COMPANY}/confirm-agreement.js`, from: '(await parts.system.take(tx, workplace, agreement, version))', to: 'true' }],
  },
  {
    name: 'signed without the placing company',
    breaks: ['I3'],
    patches: [{ file: 'reintegration/src/coordinator/company-commands.js', from: "await this.confirmAt(placingBody, 'PLACING', agreement, turn);", to: '' }],
  },
  {
    name: 'the audit chain misses commands',
    breaks: ['I6'],
    patches: [{ file: 'shell/src/inbox.js', from: 'await appendAudit(manager', to: "if (command.commandId < '8')\n        await appendAudit(manager" }],
  },
  {
    name: 'acknowledged before it is kept: commits do not wait for the disk',
    breaks: ['I8'],
    patches: [{ file: 'shell/src/database.js', from: 'extra: {', to: "extra: { options: '-c synchronous_commit=off'," }],
    kills: ['PostgreSQL'],
  },
  {
    name: 'what a crash left half done is not taken up',
    breaks: ['I4'],
    patches: [{ file: 'reintegration/src/store/agreement.store.js', from: "where state in ('RESERVING', 'COMMITTING')", to: "where state in ('NONE')" }],
    diesAt: '/commands/hold-workplace',
  },
  {
    name: 'a message counts as delivered when nobody is there',
    breaks: ['I9', 'I3'],
    patches: [{ file: 'shell/src/outbox.js', from: 'return this.failed(row, error);', to: "await this.dataSource.query('update outbox set delivered_at = now() where id = $1', [row.id]);\n            return true;" }],
    kills: COMPANIES,
  },
  {
    name: 'the history misses the second of two events',
    breaks: ['I5'],
    patches: [{ file: 'reintegration/src/store/agreement-transaction.js', from: 'history.map((entry) => ({ ...historyColumns', to: 'history.slice(0, 1).map((entry) => ({ ...historyColumns' }],
  },
  {
    name: 'an agreement that ends frees nothing',
    breaks: ['I9'],
    patches: [{ file: `${DOMAIN}/outgoing.js`, from: "return toCompanies(after, 'end-placement', { endsOn: event.endsOn });", to: 'return [];' }],
    commandsPerDay: 4,
  },
];
