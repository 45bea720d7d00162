/** Notices that the server of a cluster is gone, whoever started it: it may be no child of ours. */

const LOOK_MS = 500;

/** Calls `onEnd` once; answers what ends the watch. */
export function watchPostmaster(pid: number, onEnd: () => void): () => void {
  const timer = setInterval(() => {
    if (exists(pid)) return;
    clearInterval(timer);
    onEnd();
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
