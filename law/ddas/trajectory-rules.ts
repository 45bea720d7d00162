/** DDAS v1.0, and the answers that its keepers gave to questions about it: what fields of one trajectory say about each other. Wabb art. 12 for the number of the client. */
import { passesElevenTest } from '../persons/eleven-test.js';
import { dayIn } from './phases.js';
import { type DdasFault, fault, isRecord } from './shapes.js';

type Fields = Readonly<Record<string, unknown>>;
type Rule = (trajectory: Fields, path: string) => readonly DdasFault[];

const RULES: readonly Rule[] = [numbersExist, clientOnce, grantedAlike, forcedOnlyWhenGranted, oneOutcome, decisionHasDay, afterOutflow];

export function trajectoryFaults(trajectory: Fields, path: string): DdasFault[] {
  return RULES.flatMap((rule) => rule(trajectory, path));
}

export function clientNumbers({ client }: Fields): readonly unknown[] {
  return Array.isArray(client) ? client.map((one) => (isRecord(one) ? one['Burgerservicenummer'] : undefined)) : [];
}

function numbersExist(trajectory: Fields, path: string): DdasFault[] {
  return clientNumbers(trajectory).flatMap((number, index) =>
    typeof number === 'string' && /^\d{9}$/.test(number) && !passesElevenTest(number) ? [fault(`${path}.client[${index}].Burgerservicenummer`, 'elfproef', 'Dit nummer voldoet niet aan de elfproef.')] : [],
  );
}

function clientOnce(trajectory: Fields, path: string): DdasFault[] {
  const numbers = clientNumbers(trajectory).filter((one) => one !== undefined);
  return new Set(numbers).size < numbers.length ? [fault(`${path}.client`, 'client-dubbel', 'Dezelfde cliënt staat twee keer in het traject.')] : [];
}

/** The day of the award is the day on which the settlement was granted. */
function grantedAlike(trajectory: Fields, path: string): DdasFault[] {
  const [awarded, granted] = [dayIn(trajectory, 'toekenningsdatum'), dayIn(trajectory['schuldregeling'], 'toegekend')];
  return awarded !== null && granted !== null && awarded !== granted ? [fault(`${path}.toekenningsdatum`, 'toekenning-gelijk', 'De toekenningsdatum is de dag waarop de schuldregeling is toegekend.')] : [];
}

function forcedOnlyWhenGranted({ schuldregeling }: Fields, path: string): DdasFault[] {
  const forced = isRecord(schuldregeling) && schuldregeling['dwangakkoord'] === true;
  return forced && dayIn(schuldregeling, 'toegekend') === null ? [fault(`${path}.schuldregeling.dwangakkoord`, 'dwangakkoord', 'Een dwangakkoord is er alleen bij een toegekende schuldregeling.')] : [];
}

function oneOutcome({ schuldregeling }: Fields, path: string): DdasFault[] {
  const both = dayIn(schuldregeling, 'toegekend') !== null && dayIn(schuldregeling, 'afgewezen') !== null;
  return both ? [fault(`${path}.schuldregeling.afgewezen`, 'een-uitkomst', 'Een schuldregeling is toegekend of afgewezen, niet beide.')] : [];
}

function decisionHasDay({ intake }: Fields, path: string): DdasFault[] {
  const undated = isRecord(intake) && intake['beschikkingssoort'] !== undefined && dayIn(intake, 'beschikkingsdatum') === null;
  return undated ? [fault(`${path}.intake.beschikkingsdatum`, 'beschikking-datum', 'Bij een beschikking hoort de dag waarop zij is gegeven.')] : [];
}

/** Who has left has no phase that goes on; aftercare comes after it. */
function afterOutflow(trajectory: Fields, path: string): DdasFault[] {
  const [left, ends] = [dayIn(trajectory['uitstroom'], 'datum'), dayIn(trajectory, 'einddatum')];
  return left !== null && ends !== null && left !== ends ? [fault(`${path}.uitstroom.datum`, 'uitstroom-einde', 'De dag van uitstroom is de einddatum van het traject.')] : [];
}
