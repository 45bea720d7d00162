/** The whole story, in order. Every chapter checks what it tells; a chapter that finds something else breaks the story. */
import { acrossCompanies } from './chapters/across-companies.js';
import { arrangementBoard } from './chapters/arrangement-board.js';
import { companyDown } from './chapters/company-down.js';
import { refusals } from './chapters/refusals.js';
import type { World } from './world.js';

export async function tellStory(world: World): Promise<void> {
  await acrossCompanies(world);
  await arrangementBoard(world);
  await refusals(world);
  await companyDown(world);
}
