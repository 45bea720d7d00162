/** Runs in a thread of its own: loads one supergraph and plans, one operation after the other. Planning may take a second; nobody waits for it here. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadPlanner } from './load-planner.js';
import { TooManyOptions, type LoadedPlanner, type ThreadAnswer, type ThreadQuestion, type ThreadTask } from './thread-messages.js';

async function answer(planner: LoadedPlanner, { id, operation }: ThreadQuestion): Promise<ThreadAnswer> {
  try {
    return { kind: 'planned', id, plan: await planner.plan(operation) };
  } catch (error) {
    return { kind: 'not-planned', id, tooMuch: error instanceof TooManyOptions, why: String(error) };
  }
}

async function serve(): Promise<void> {
  const tell = (said: ThreadAnswer): void => parentPort?.postMessage(said);
  try {
    const planner = await loadPlanner(workerData as ThreadTask);
    parentPort?.on('message', (question: ThreadQuestion) => void answer(planner, question).then(tell));
    tell({ kind: 'loaded', apiSchema: planner.apiSchema });
  } catch (error) {
    tell({ kind: 'not-loaded', why: String(error) });
  }
}

void serve();
