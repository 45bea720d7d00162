/** A program of its own: loads one supergraph and plans, one operation after the other. Planning may take a second; nobody waits for it here. */
import { loadPlanner } from './load-planner.js';
import { TooManyOptions, type LoadedPlanner, type ThreadAnswer, type ThreadQuestion, type ThreadTask } from './thread-messages.js';

async function answer(planner: LoadedPlanner, { id, operation }: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    return { kind: 'planned', id, plan: await planner.plan(operation) };
  } catch (error) {
    return { kind: 'not-planned', id, tooMuch: error instanceof TooManyOptions, why: String(error) };
  }
}

const tell = (said: ThreadAnswer): void => void process.send?.(said);

async function serve(task: ThreadTask): Promise<void> {
  try {
    const planner = await loadPlanner(task);
    process.on('message', (question: ThreadQuestion) => void answer(planner, question).then(tell));
    tell({ kind: 'loaded', apiSchema: planner.apiSchema });
  } catch (error) {
    tell({ kind: 'not-loaded', why: String(error) });
  }
}

process.once('message', (task: ThreadTask) => void serve(task));
// Whoever asked is gone, or stops in its own time: this one has nobody else to plan for.
process.once('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
