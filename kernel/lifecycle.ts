/** A process starts once, stops once, and does not outlive the runner that started it. */

export interface Running {
  stop(): Promise<void>;
}

/** Runs until SIGTERM, SIGINT or the end of the parent that holds our IPC channel; then stops and exits (0, or 1 if stopping failed). */
export async function runUntilSignal(start: () => Promise<Running>): Promise<void> {
  const running = await start();
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.channel) {
    process.on('disconnect', stop);
    process.send?.('ready');
  }
}
