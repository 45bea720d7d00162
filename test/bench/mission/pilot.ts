/** The population of `npm start`: three companies, a stack of its own. */
import type { Environment } from '../../../local/environment.js';
import { readStackSettings } from '../../../local/settings.js';
import { startStack } from '../../../local/stack.js';
import type { RunningStack } from '../../../local/stack.js';
import { freeBasePort } from '../../kit/free-ports.js';
import { makeTestFolder } from '../../kit/test-folder.js';
import { seedAgreements } from './seeds.js';

export interface Start {
  readonly basePort?: number;
  readonly dataDir?: string;
}

/** `engine`: of the gateway. */
export async function startPilot(engine: string, { basePort, dataDir }: Start = {}): Promise<RunningStack> {
  const settings = readStackSettings({
    SCHAKEL_PORT: String(basePort ?? (await freeBasePort())), SCHAKEL_DATA_DIR: dataDir ?? makeTestFolder('mission'), SCHAKEL_PG_FAST: '1', SCHAKEL_BUSINESS_DATE: '2014-03-03',
  });
  const stack = await startStack(settings, { more: (program): Environment => (program === 'gateway' ? { SCHAKEL_ENGINE: engine } : {}) });
  await seedAgreements(stack);
  return stack;
}
