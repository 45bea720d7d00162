/** How a federation of so many companies answers: plans that nobody made before, and questions that it knows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { peakRssMiB } from '../kit/proc.js';
import { signedIn } from '../kit/schakel-settings.js';
import { Connection, requestText } from '../load/connection.js';
import { median } from '../load/figures.js';
import { GeneratedFederation } from './federation.js';
import { bodyOf, OPERATIONS, rowsIn, without, type Asked } from './operations.js';

export interface OperationFigures {
  readonly rows: number;
  /** The first answer to a question that differs in one field from all before it. */
  readonly coldMs: number;
  readonly warmMs: number;
  readonly warmMsPerRow: number;
  /** The longest that the event loop stood still while cold questions were answered, and while known ones were. */
  readonly blockedColdMs: number;
  readonly blockedWarmMs: number;
}

export interface SizeFigures {
  readonly companies: number;
  readonly compositionMs: number;
  readonly peakRssMiB: number;
  readonly operations: Readonly<Record<string, OperationFigures>>;
}

export interface Amounts {
  readonly cold: number;
  readonly warm: number;
}

/** The made-up subgraphs build their schema when they are first asked; the planner gets the time that it takes, so that the figures tell how much that is. */
const PATIENT = { SCHAKEL_READ_TIMEOUT_MS: '20000', SCHAKEL_PLAN_TIMEOUT_MS: '30000' };

export async function measureSize(companies: number, folder: string, amounts: Amounts, say: (line: string) => void): Promise<SizeFigures> {
  const federation = await GeneratedFederation.start(companies, folder, PATIENT);
  try {
    const operations: Record<string, OperationFigures> = {};
    for (const asked of OPERATIONS) {
      const figures = await measureOperation(federation, asked, amounts);
      operations[asked.name] = figures;
      say(`${companies} companies, ${asked.name}: ${JSON.stringify(figures)}`);
    }
    return { companies, compositionMs: federation.composed.milliseconds, peakRssMiB: peakRssMiB(federation.gateway.pids), operations };
  } finally {
    await federation.stop();
  }
}

async function measureOperation(federation: GeneratedFederation, asked: Asked, { cold, warm }: Amounts): Promise<OperationFigures> {
  const connection = new Connection(federation.port);
  const ask = async (one: Asked): Promise<{ ms: number; data: unknown }> => {
    const text = requestText('/graphql', signedIn(federation.issuer), bodyOf(one));
    const from = performance.now();
    const { body } = await connection.ask(text);
    const ms = performance.now() - from;
    return { ms, data: dataIn(body.toString()) };
  };
  const { data } = await ask(asked);
  await sleep(200);
  const whileCold = await timed(federation, cold, async (index) => (await ask(without(asked, index))).ms);
  // Compiled code gets fast by use: what comes first is not counted.
  for (let index = 0; index < warm / 4; index += 1) await ask(asked);
  const whileWarm = await timed(federation, warm, async () => (await ask(asked)).ms);
  connection.close();
  const rows = rowsIn(data);
  return { rows, coldMs: whileCold.ms, warmMs: whileWarm.ms, warmMsPerRow: whileWarm.ms / rows, blockedColdMs: whileCold.blockedMs, blockedWarmMs: whileWarm.blockedMs };
}

async function timed(federation: GeneratedFederation, times: number, once: (index: number) => Promise<number>): Promise<{ ms: number; blockedMs: number }> {
  await federation.probe();
  const found: number[] = [];
  for (let index = 0; index < times; index += 1) found.push(await once(index));
  return { ms: median(found), blockedMs: (await federation.probe()).blockedMs };
}

/** Fields that this viewer may not read may be refused, and nothing else. */
function dataIn(text: string): unknown {
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { message: string; extensions?: { code?: string } }[] };
  const fault = errors.find(({ extensions }) => extensions?.code !== 'UNAUTHORIZED_FIELD_OR_TYPE');
  if (fault || !data) throw new Error(`not answered: ${JSON.stringify(fault ?? text).slice(0, 1000)}`);
  return data;
}
