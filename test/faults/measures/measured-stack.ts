/** A stack of its own for one measurement, and the offices at its gateway; gone when the work is done. */
import { readStackSettings } from '../../../local/settings.js';
import { startStack, type RunningStack } from '../../../local/stack.js';
import { freeBasePort } from '../../kit/free-ports.js';
import { makeTestFolder } from '../../kit/test-folder.js';
import { Office } from './office.js';

export interface Measured {
  readonly stack: RunningStack;
  readonly office: Office;
  /** YYYY-MM-DD */
  readonly today: string;
}

export const TODAY = '2014-03-03';

/** `durable` false gives up fsync, for what is not about losing anything. */
export async function onOwnStack<T>(durable: boolean, work: (measured: Measured) => Promise<T>): Promise<T> {
  const settings = readStackSettings({
    SCHAKEL_PORT: String(await freeBasePort()),
    SCHAKEL_DATA_DIR: makeTestFolder('measure'),
    SCHAKEL_PG_FAST: durable ? '0' : '1',
    SCHAKEL_LOG_LEVEL: 'warn',
    SCHAKEL_PLAYGROUND: 'off',
  });
  const stack = await startStack(settings);
  const office = new Office(stack.url, stack.issuerUrl);
  try {
    return await work({ stack, office, today: TODAY });
  } finally {
    await office.close();
    await stack.destroy();
  }
}
