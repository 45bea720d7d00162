/** Writes to somebody who listens, at his pace: waits while he does not read, and gives up on who does not for too long. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

export async function writePart(response: ServerResponse, text: string, ending: AbortSignal, patienceMs: number): Promise<void> {
  if (response.write(text)) return;
  await once(response, 'drain', { signal: AbortSignal.any([ending, AbortSignal.timeout(patienceMs)]) });
}
