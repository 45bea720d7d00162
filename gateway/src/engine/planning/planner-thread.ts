/** Runs in a thread of its own: loads one supergraph and plans, one operation after the other. Planning may take a second; nobody waits for it here. */
import { parentPort, workerData } from 'node:worker_threads';
import { TooManyOptions, type LoadedPlanner, type ThreadAnswer, type ThreadQuestion, type ThreadTask } from './thread-messages.js';

async function load({ planner, supergraphSdl }: ThreadTask): Promise<LoadedPlanner> {
  // Only the one that is used is loaded: the other may not exist for this machine.
  if (planner === 'hive') return (await import('./hive-planner.js')).loadHive(supergraphSdl);
  return (await import('./apollo-planner.js')).loadApollo(supergraphSdl);
}

function answer(planner: LoadedPlanner, { id, operation }: ThreadQuestion): ThreadAnswer {
  try {
    return { kind: 'planned', id, plan: planner.plan(operation) };
  } catch (error) {
    return { kind: 'not-planned', id, tooMuch: error instanceof TooManyOptions, why: String(error) };
  }
}

async function serve(): Promise<void> {
  const tell = (said: ThreadAnswer): void => parentPort?.postMessage(said);
  try {
    const planner = await load(workerData as ThreadTask);
    parentPort?.on('message', (question: ThreadQuestion) => tell(answer(planner, question)));
    tell({ kind: 'loaded', apiSchema: planner.apiSchema });
  } catch (error) {
    tell({ kind: 'not-loaded', why: String(error) });
  }
}

void serve();
