/** What every part of the doors harness takes and hands back. */
import type { FaultArgs, Figures } from '../faults/measures/part.js';

export interface DoorArgs extends FaultArgs {
  /** Where an interrupted run goes on, as it printed it. */
  readonly from: string | undefined;
  /** How much, where a part can be asked for more or less. */
  readonly count: number | undefined;
}

export type DoorPart = (args: DoorArgs) => Promise<Figures>;
