/** A process starts once, stops once, and does not outlive the runner that started it. */

export interface Running {
  stop(): Promise<void>;
}

/** Runs until SIGTERM, SIGINT or the end of the parent that holds our IPC channel; then stops and exits (0, or 1 if stopping failed). */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  const hasParent = process.channel !== undefined;
  // Listened for before anything starts: a parent that dies during our start must not leave us behind.
  const asked = new Promise<void>((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, () => resolve());
  });
  const running = await start();
  if (hasParent && process.connected) process.send?.('ready');
  await asked;
  await running.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}
