/**
 * The delivery of debt help, gathered whole before the first part leaves: rules over the file, such as one trajectory at a time for a client,
 * can only be judged then. What is judged is the text that is given out. Held for as long as the export runs and nowhere else.
 */
import { municipalitiesOf } from '#kernel/authority.js';
import { instantOn } from '#kernel/business-date.js';
import { forbidden } from '#kernel/faults.js';
import { authorityOn, bodyById, type Registers } from '#kernel/registers.js';
import { deliveryText, type Supplier } from '#law/ddas/delivery.js';
import type { DebtHelpFacts } from '#law/ddas/facts.js';
import { isDate, type DdasFault } from '#law/ddas/shapes.js';
import { judgeDelivery } from '#law/ddas/validate.js';
import { ExportRefusal, type ExportRequest } from '#shell/exports/export-definition.js';
import { QUESTION_PATIENCE_MS } from '#shell/party-client.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { askDebtHelp, DEBT_HELP_PAGE, type AnsweredDebtHelp } from '../questions/ask-debt-help.js';

export type DeliveryParts = Pick<ServiceParts, 'parties' | 'registers'>;

/** The most that one message of the model may hold. */
const MOST_TRAJECTORIES = 25_000;
const STEPS_IN_A_TURN = 100;
const SOFTWARE = 'Schakel 0.1';
const PLACE = /^leveringen\[(\d+)\]\.schuldhulptrajecten\[(\d+)\]/;

export interface DdasDelivery {
  readonly pieces: readonly string[];
  readonly faults: readonly DdasFault[];
  readonly count: number;
  /** The source's own number of the trajectory that a fault is in; null for the file itself. */
  numberAt(path: string): string | null;
}

/** Throws an ExportRefusal with all that is wrong with what is asked, before anybody is asked anything. */
export async function gatherDelivery(parts: DeliveryParts, request: ExportRequest): Promise<DdasDelivery> {
  const { from, until, municipalities } = askedPeriod(request, parts.registers);
  const leveringen: (readonly DebtHelpFacts[])[] = [];
  for (const municipality of municipalities) leveringen.push(await trajectoriesOf(parts, request, { municipality, from, until }, MOST_TRAJECTORIES - countOf(leveringen)));
  const deliveredAt = `${instantOn(request.businessDate, new Date().toISOString()).slice(0, 19)}Z`;
  const pieces: string[] = [];
  await inTurns(deliveryText({ from, until, deliveredAt, supplierCode: SOFTWARE }, supplierOf(parts.registers, request.viewer.body), leveringen), (piece) => pieces.push(piece));
  const { faults } = await inTurns(judgeDelivery(JSON.parse(pieces.join(''))));
  return { pieces, faults, count: countOf(leveringen), numberAt: numbersOf(leveringen) };
}

/** A long piece of arithmetic, with room for other requests every so often; its result. */
async function inTurns<T, R>(steps: Iterator<T, R>, take: (one: T) => void = () => undefined): Promise<R> {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return step.value;
    take(step.value);
    if (count % STEPS_IN_A_TURN === 0) await new Promise(setImmediate);
  }
}

function askedPeriod({ parameters, viewer, businessDate }: ExportRequest, registers: Registers): { from: string; until: string; municipalities: readonly string[] } {
  const { from = '', until = '', municipality } = parameters;
  const undated = [['from', from], ['until', until]].filter(([, day = '']) => !isDate(day)).map(([parameter = '']) => ({ parameter, reason: 'Deze dag staat niet op de kalender.' }));
  const turned = until < from ? [{ parameter: 'until', reason: 'De periode eindigt voor zij begint.' }] : [];
  const future = until > businessDate ? [{ parameter: 'until', reason: 'De periode is nog niet voorbij.' }] : [];
  const problems = undated.length > 0 ? undated : [...turned, ...future];
  if (problems.length > 0) throw new ExportRefusal(problems);
  const mine = municipalitiesOf(authorityOn(registers, businessDate), viewer.body);
  if (mine.length === 0 || (municipality !== undefined && !mine.includes(municipality))) throw forbidden('Uw organisatie handelt niet namens deze gemeente.');
  return { from, until, municipalities: municipality === undefined ? mine : [municipality] };
}

/** Page after page, each with its own patience; whose they are is written down before the next is asked. */
async function trajectoriesOf({ parties }: DeliveryParts, request: ExportRequest, question: { municipality: string; from: string; until: string }, most: number): Promise<readonly DebtHelpFacts[]> {
  const found: DebtHelpFacts[] = [];
  for (let after: string | null = null; ; ) {
    request.ending.throwIfAborted();
    const page = await askDebtHelp(parties, askingOf(request), question, after);
    await request.batch(async (session) => session.processed(page.flatMap(personsOf)));
    found.push(...page);
    if (found.length > most) throw new ExportRefusal([{ parameter: 'from', reason: `Meer dan ${MOST_TRAJECTORIES} trajecten: kies een kortere periode of één gemeente.` }]);
    if (page.length < DEBT_HELP_PAGE) return found;
    after = page.at(-1)?.number ?? null;
  }
}

function askingOf({ viewer, businessDate, requestId, deadline }: ExportRequest) {
  return { viewer, businessDate, requestId, deadline: Math.min(deadline, Date.now() + QUESTION_PATIENCE_MS) };
}

function personsOf({ clients }: AnsweredDebtHelp): string[] {
  return clients.map(({ person }) => person);
}

/** Whoever delivers: a municipality under its code, a partnership under its number and without one. */
function supplierOf(registers: Registers, id: string): Supplier {
  const { name, kind, kvk } = bodyById(registers, id);
  if (kind === 'MUNICIPALITY') return { name, municipality: id.replace('gm-', '') };
  if (kvk === undefined) throw forbidden('Het register van organisaties heeft geen KvK-nummer van uw organisatie; zonder dat nummer kan zij niet leveren.');
  return { name, chamberNumber: kvk };
}

function countOf(leveringen: readonly (readonly DebtHelpFacts[])[]): number {
  return leveringen.reduce((count, trajectories) => count + trajectories.length, 0);
}

/** The file leaves out municipalities without trajectories, so the places count those that have some. */
function numbersOf(leveringen: readonly (readonly DebtHelpFacts[])[]): (path: string) => string | null {
  const filled = leveringen.filter((one) => one.length > 0);
  return (path) => {
    const [, levering, trajectory] = PLACE.exec(path) ?? [];
    return filled[Number(levering)]?.[Number(trajectory)]?.number ?? null;
  };
}
