/** Names put together from invented syllables: readable as Dutch, taken from no register, and plainly nobody's. */
import type { Dice } from './random.js';

const GIVEN_STARTS = ['Bre', 'Jor', 'Mel', 'Tav', 'Wij', 'Sil', 'Ruu', 'Fem', 'Gij', 'Nol', 'Hes', 'Yl', 'Dor', 'Kee', 'Pim', 'Ot', 'Zwa', 'Liek', 'Mar', 'Qui'];
const GIVEN_ENDS = ['lino', 'vanne', 'doria', 'kelt', 'mina', 'brecht', 'tessa', 'wout', 'rik', 'selle', 'nard', 'jette', 'bert', 'fien', 'dijn', 'lotte'];
const FAMILY_PREFIXES = ['', '', '', '', 'van ', 'de ', 'van der ', 'ter '];
const FAMILY_STARTS = ['Zwalk', 'Brinst', 'Kwar', 'Drem', 'Plof', 'Snier', 'Wobb', 'Trommel', 'Grut', 'Knisper', 'Vlonder', 'Stoffel', 'Hobbel', 'Krakel', 'Moster', 'Tintel', 'Bobber', 'Zilver', 'Duikel', 'Ribbel'];
const FAMILY_ENDS = ['enveld', 'stra', 'ema', 'kamp', 'enaar', 'wijk', 'huizen', 'voort', 'inga', 'steeg', 'mans', 'laar', 'borg', 'dijkster'];

const FIRM_STARTS = ['Valdor', 'Trimola', 'Kwintex', 'Noorderknik', 'Bremvlag', 'Wolkeband', 'Plankgas', 'Duinklif', 'Molentand', 'Vlietwerf', 'Kasbloei', 'Zandloper', 'Grutmolen', 'Lijnvast', 'Hoefblad', 'Pakrijk', 'Ketelspil', 'Wimpelaar', 'Sleutelbos', 'Tulpenkit'];
const FIRM_KINDS = ['Groenvoorziening', 'Verpakkingen', 'Drukkerij', 'Kwekerij', 'Logistiek', 'Schoonmaak', 'Metaalwerk', 'Zorggroep', 'Bakkerij', 'Textielverzorging', 'Archiefdiensten', 'Fietsenstalling'];

export function personName(dice: Dice): string {
  return `${dice.pick(GIVEN_STARTS)}${dice.pick(GIVEN_ENDS)} ${familyName(dice)}`;
}

function familyName(dice: Dice): string {
  return `${dice.pick(FAMILY_PREFIXES)}${dice.pick(FAMILY_STARTS)}${dice.pick(FAMILY_ENDS)}`;
}

/** Name number `index`; different for each of the first 240. */
export function firmName(index: number): string {
  const start = FIRM_STARTS[index % FIRM_STARTS.length] ?? '';
  const kind = FIRM_KINDS[(index + Math.floor(index / FIRM_STARTS.length)) % FIRM_KINDS.length] ?? '';
  return `${kind} ${start} (verzonnen)`;
}
