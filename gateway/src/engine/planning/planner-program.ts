/** A program of its own: loads one supergraph and plans, one operation after the other. Planning may take a second; nobody waits for it here. */
import { setPriority } from 'node:os';
import { loadPlanner } from './load-planner.js';
import { TooManyOptions, type LoadedPlanner, type PlanningAnswer, type PlanningQuestion, type PlanningTask } from './planning-messages.js';

async function answer(planner: LoadedPlanner, { id, operation }: PlanningQuestion): Promise<PlanningAnswer> {
  try {
    return { kind: 'planned', id, plan: await planner.plan(operation) };
  } catch (error) {
    return { kind: 'not-planned', id, tooMuch: error instanceof TooManyOptions, why: String(error) };
  }
}

const tell = (said: PlanningAnswer): void => void process.send?.(said);

async function serve(task: PlanningTask): Promise<void> {
  try {
    const planner = await loadPlanner(task);
    process.on('message', (question: PlanningQuestion) => void answer(planner, question).then(tell));
    tell({ kind: 'loaded', apiSchema: planner.apiSchema });
  } catch (error) {
    tell({ kind: 'not-loaded', why: String(error) });
  }
}

// Where there are fewer processors than processes, whoever answers known questions goes first. Of Linux's 19 steps: a third of an equal share, never nothing.
const LESS_URGENT = 5;
try {
  setPriority(LESS_URGENT);
} catch {
  // Not everywhere is it allowed; it plans all the same.
}

process.once('message', (task: PlanningTask) => void serve(task));
// Whoever asked is gone, or stops in its own time: this one has nobody else to plan for.
process.once('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
