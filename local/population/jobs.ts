/** What people do, how a place is called, what a place offers and what the hirer pays for it. */
import { ADAPTATIONS } from './registers.js';
import type { Dice } from './random.js';

interface Job {
  readonly title: string;
  readonly function: string;
  readonly feeFrom: number;
  readonly feeTo: number;
}

/** Fees in cents per hour. */
const JOBS: readonly Job[] = [
  { title: 'Inpaklijn', function: 'Medewerker inpak', feeFrom: 500, feeTo: 750 },
  { title: 'Onderhoud plantsoen', function: 'Medewerker groen', feeFrom: 700, feeTo: 1150 },
  { title: 'Schoonmaak kantoor', function: 'Medewerker schoonmaak', feeFrom: 650, feeTo: 1000 },
  { title: 'Orderpicken magazijn', function: 'Medewerker magazijn', feeFrom: 600, feeTo: 950 },
  { title: 'Montage kleine onderdelen', function: 'Medewerker montage', feeFrom: 550, feeTo: 850 },
  { title: 'Digitaliseren archief', function: 'Medewerker digitalisering', feeFrom: 700, feeTo: 1050 },
  { title: 'Vouwen en strijken', function: 'Medewerker textiel', feeFrom: 500, feeTo: 800 },
  { title: 'Bedrijfsrestaurant', function: 'Medewerker catering', feeFrom: 650, feeTo: 1000 },
  { title: 'Fietsenstalling', function: 'Medewerker fietsenstalling', feeFrom: 550, feeTo: 800 },
  { title: 'Sorteren plantgoed', function: 'Medewerker sortering', feeFrom: 500, feeTo: 800 },
];

export function anyJob(dice: Dice): Job {
  return dice.pick(JOBS);
}

/** In steps of five cents. */
export function feeFor(dice: Dice, job: Job): number {
  return 5 * dice.whole(job.feeFrom / 5, job.feeTo / 5);
}

export function anyAdaptations(dice: Dice, most: number): string[] {
  return dice.some(ADAPTATIONS, dice.whole(1, most));
}

/** Supervision of at most about a seventh of the hours, as the norm of 15 % asks, except now and then. */
export function supervisionFor(dice: Dice, hours: number): number {
  const norm = Math.max(1, Math.floor(hours * 0.15));
  return dice.chance(0.1) ? norm + 2 : dice.whole(1, norm);
}
