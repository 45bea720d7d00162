/**
 * The matrix: every role at every body for each of his purposes, about people who differ in what they are to him, by every way
 * through the schema to each protected field, at the gateway and at each service's own door; held against the oracle. And of somebody
 * who is none of the viewer's the answer is, byte for byte, the answer about nobody.
 */
import type { Viewer } from '#kernel/viewer.js';
import { Random } from '../../faults/random.js';
import { atOnce } from '../../faults/measures/office.js';
import { type Answered, comparable } from '../asking/doors.js';
import { everybody, nameOf } from '../asking/people.js';
import { cellText, judge, lastCoordinate, type Outcome } from './judge.js';
import { abstractName, closedAt, kindsFor, PROTECTED, purposesOf } from './oracle.js';
import type { Path } from './paths.js';
import { type Entrance, entrances } from './questions.js';
import { Rows } from './rows.js';
import { type Target, targets } from './targets.js';

export interface MatrixArgs {
  /** Fields from the root at most. */
  readonly longest: number;
  /** Documents per entrance, viewer and target; null: all. */
  readonly documents: number | null;
  readonly seed: number;
  /** Of the documents, how many are sent: 1 for all; of those who may see something four times as many as of those who may see nothing. */
  readonly share: number;
  /** Begins no further document after so many milliseconds; what was left is told. */
  readonly patience: number | null;
  readonly say?: (line: string) => void;
}

export interface MatrixFigures {
  readonly paths: number;
  readonly documents: number;
  readonly cells: Readonly<Record<Outcome, number>>;
  /** Pairs of answers that must be the same bytes. */
  readonly twins: number;
  /** Documents that were refused for their size, with one path in them. */
  readonly refused: number;
  readonly left: number;
  readonly mismatches: readonly string[];
  /** Protected coordinates to which no path leads. */
  readonly unreached: readonly string[];
}

const PATHS_PER_DOCUMENT = 30;
const AT_ONCE = 3;

interface Task {
  readonly entrance: Entrance;
  readonly viewer: Viewer;
  readonly target: Target;
  readonly paths: readonly Path[];
}

export async function runMatrix(args: MatrixArgs): Promise<MatrixFigures> {
  const [rows, people, from] = [await Rows.read(), await targets(), entrances(args.longest)];
  const tasks = tasksOf(args, from, people);
  const run = new Run(rows, people.find(({ exists }) => !exists)!);
  const began = performance.now();
  let left = 0;
  await atOnce(AT_ONCE, tasks, async (task, index) => {
    if (args.patience !== null && performance.now() - began > args.patience) return void (left += 1);
    await run.ask(task);
    if (index % 2000 === 1999) args.say?.(`${index + 1} of ${tasks.length} documents, ${run.mismatches.length} mismatches`);
  });
  const reached = new Set(from.flatMap(({ paths }) => paths.map((path) => `${abstractName(path.at(-1)!.parent)}.${path.at(-1)!.field}`)));
  return { ...run.figures(), left, paths: from.reduce((sum, { paths }) => sum + paths.length, 0), unreached: PROTECTED.filter((one) => !reached.has(one)) };
}

/** In an order that chance gave, so that a run that was cut short has seen something of everything. */
function tasksOf({ documents, share, seed }: MatrixArgs, from: readonly Entrance[], people: readonly Target[]): Task[] {
  const random = new Random(seed);
  const tasks = from.flatMap((entrance) =>
    everybody(purposesOf).flatMap((viewer) => people.flatMap((target) => batches(entrance, viewer, documents, random).map((paths) => ({ entrance, viewer, target, paths })))),
  );
  return random.shuffled(tasks.filter(({ viewer }) => random.chance(kindsFor(viewer).size > 0 ? Math.min(1, 4 * share) : share)));
}

/** A command with a closed field is refused whole, so that open ones stand apart. */
function batches({ name, paths }: Entrance, viewer: Viewer, documents: number | null, random: Random): Path[][] {
  const kinds = kindsFor(viewer);
  const groups = name.endsWith('Mutation') ? [paths.filter((path) => closedAt(path, kinds) === null), paths.filter((path) => closedAt(path, kinds) !== null)] : [paths];
  return groups.flatMap((group) => {
    if (group.length === 0) return [];
    if (documents !== null) return Array.from({ length: Math.min(documents, Math.ceil(group.length / PATHS_PER_DOCUMENT)) }, () => picked(group, random));
    return Array.from({ length: Math.ceil(group.length / PATHS_PER_DOCUMENT) }, (_, index) => group.slice(index * PATHS_PER_DOCUMENT, (index + 1) * PATHS_PER_DOCUMENT));
  });
}

const picked = (paths: readonly Path[], random: Random): Path[] => (paths.length <= PATHS_PER_DOCUMENT ? [...paths] : Array.from({ length: PATHS_PER_DOCUMENT }, () => shortOf(paths, random)));

/** Short ways lead to something more often than long ones. */
function shortOf(paths: readonly Path[], random: Random): Path {
  const tried = [random.pick(paths), random.pick(paths), random.pick(paths)];
  return tried.reduce((best, one) => (one.length < best.length ? one : best));
}

class Run {
  readonly mismatches: string[] = [];
  private readonly cells: Record<Outcome, number> = { seen: 0, hidden: 0, 'nothing there': 0 };
  private documents = 0;
  private twins = 0;
  private refused = 0;

  constructor(
    private readonly rows: Rows,
    private readonly nobody: Target,
  ) {}

  async ask(task: Task): Promise<void> {
    const { entrance, viewer, target, paths } = task;
    const answer = await this.send(task, target);
    if (tooMuch(answer)) {
      if (paths.length === 1) return void (this.refused += 1);
      const half = Math.ceil(paths.length / 2);
      for (const part of [paths.slice(0, half), paths.slice(half)]) await this.ask({ ...task, paths: part });
      return;
    }
    if (answer.status >= 500) this.mismatches.push(`${cellText(entrance.name, nameOf(viewer), target.name, paths[0]!)}: HTTP ${answer.status}`);
    for (const path of paths) this.judge(task, path, answer);
    await this.twin(task, answer);
  }

  figures(): Omit<MatrixFigures, 'paths' | 'left' | 'unreached'> {
    const { documents, cells, twins, refused, mismatches } = this;
    return { documents, cells, twins, refused, mismatches };
  }

  private send({ entrance, viewer, paths }: Task, target: Target): Promise<Answered> {
    this.documents += 1;
    const { query, variables } = entrance.document(paths, target);
    return entrance.door.ask(viewer, query, variables);
  }

  private judge({ entrance, viewer, target }: Task, path: Path, answer: Answered): void {
    const { outcome, mismatch } = judge(viewer, this.rows, path, entrance.begin(answer) as never, answer.errors, target.person);
    this.cells[outcome] += 1;
    if (mismatch !== null) this.mismatches.push(`${cellText(entrance.name, nameOf(viewer), target.name, path)} (${lastCoordinate(path)}): ${mismatch}`);
  }

  /** Only where everything that is asked hangs on the person. */
  private async twin(task: Task, answer: Answered): Promise<void> {
    const { entrance, viewer, target, paths } = task;
    const personal = paths.filter(([first]) => ['Query.person', 'Query.personByBsn'].includes(`${first!.parent}.${first!.field}`) || entrance.name.endsWith('_entities Person'));
    if (!target.exists || personal.length === 0 || !this.rows.isStranger(viewer, target.person)) return;
    const own = { ...task, paths: personal };
    const [about, nobody] = [personal.length === paths.length ? answer : await this.send(own, target), await this.send(own, this.nobody)];
    this.twins += 1;
    const same = comparable(about).replaceAll(target.person, '') === comparable(nobody).replaceAll(this.nobody.person, '');
    if (!same) this.mismatches.push(`${cellText(entrance.name, nameOf(viewer), target.name, personal[0]!)} and ${personal.length - 1} more: not the answer about nobody`);
  }
}

const tooMuch = ({ errors }: Answered): boolean => errors.some(({ extensions }) => extensions?.code === 'LIMIT_EXCEEDED');
