/** The population of `npm start`: three companies, with agreements of the bench. */
import type { Environment } from '../../../local/environment.js';
import type { StackSettings } from '../../../local/settings.js';
import { type RunningStack, startStack } from '../../../local/stack.js';
import { seedAgreements } from './seeds.js';

/** Once per data folder; stopped again. */
export async function makePilot(settings: StackSettings): Promise<void> {
  const stack = await startStack(settings);
  try {
    await seedAgreements(stack);
  } finally {
    await stack.stop();
  }
}

/** `engine`: of the gateway. */
export function startPilot(settings: StackSettings, engine: string): Promise<RunningStack> {
  return startStack(settings, { more: (program): Environment => (program === 'gateway' ? { SCHAKEL_ENGINE: engine } : {}) });
}
