/**
 * The only way from counts to a published table: the whole population under disclosure control, the question in the ledger, then
 * the rows that were asked. The last populations are remembered, so that a second table costs nothing but its rows.
 */
import { contentHash, canonicalJson } from '#kernel/canonical.js';
import { type Cell, type ShownTable, sumCells } from '#kernel/disclosure.js';
import { isAnswerable, publish, type PublishedTables, type Selection } from '#kernel/disclosure/publish.js';
import type { CubeShape } from '#kernel/disclosure/lattice.js';
import { badInput } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Population } from './population.js';
import type { QuestionLedger } from './question-ledger.js';

export interface FiguresQuestion {
  readonly viewer: Viewer;
  readonly businessDate: string;
  /** What is counted. */
  readonly topic: string;
  /** The population is fixed on this day, YYYY-MM-DD. */
  readonly referenceDate: string;
  readonly shape: CubeShape;
  /** Everybody, by all dimensions of the shape; parts of several bodies may have the same key. */
  readonly cells: readonly Cell[];
  readonly by: readonly string[];
  readonly where: Selection;
}

export interface FiguresTable extends ShownTable {
  /** False: it stands as this body was shown it before, because since then a few persons changed. */
  readonly present: boolean;
}

const REMEMBERED = 32;

export class Figures {
  private readonly known = new Map<string, PublishedTables>();

  constructor(private readonly ledger: QuestionLedger) {}

  async table(asked: FiguresQuestion): Promise<FiguresTable> {
    checkQuestion(asked.by, asked.where, asked.shape);
    const cells = sumCells(asked.cells);
    const name = contentHash([asked.topic, cells]);
    const { viewer, businessDate, topic, referenceDate } = asked;
    const question = canonicalJson([[...asked.by].sort(), asked.where]);
    const population = await this.ledger.record({ viewer, businessDate, topic, referenceDate, question, population: { name, cells } });
    return { ...this.tablesOf(population, asked.shape).table(asked.by, asked.where), present: population.name === name };
  }

  private tablesOf({ name, cells }: Population, shape: CubeShape): PublishedTables {
    const tables = this.known.get(name) ?? publish(cells, shape);
    this.known.delete(name);
    this.known.set(name, tables);
    for (const oldest of this.known.keys()) if (this.known.size > REMEMBERED) this.known.delete(oldest);
    return tables;
  }
}

/** Asked before anything is counted. */
export function checkQuestion(by: readonly string[], where: Selection, shape: CubeShape): void {
  if (new Set(by).size < by.length) throw badInput('Noem elke dimensie eenmaal.');
  if (!isAnswerable(by, where, shape)) throw badInput(`Vraag samen met de selectie hoogstens ${shape.depth} dimensies.`);
}
