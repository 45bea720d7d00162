/** The closed list of faults (architecture, decision 8). A refusal is data and is not listed here; all else is a bug. */

export const FAULT_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** Dutch sentences, shown to users as they are. */
const PUBLIC_TEXT: Record<FaultCode, string> = {
  UNAUTHENTICATED: 'U bent niet aangemeld.',
  FORBIDDEN: 'U mag dit niet inzien of doen.',
  NOT_FOUND: 'Niet gevonden.',
  BAD_USER_INPUT: 'De invoer klopt niet.',
  LIMIT_EXCEEDED: 'De vraag is te groot.',
  UNAVAILABLE: 'Een van de systemen antwoordt niet.',
  INTERNAL: 'Er ging iets mis. Meld het nummer van dit verzoek aan de beheerder.',
};

export class Fault extends Error {
  readonly extensions: Readonly<Record<string, string>>;

  /** `message` reaches the user; what went on inside belongs in the log, not here. */
  constructor(
    readonly code: FaultCode,
    message: string = PUBLIC_TEXT[code],
    details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'Fault';
    this.extensions = { ...details, code };
  }
}

/** The same answer, byte for byte, for what does not exist and for what the viewer may not know of. */
export const notFound = (): Fault => new Fault('NOT_FOUND');
export const forbidden = (message?: string): Fault => new Fault('FORBIDDEN', message);
export const badInput = (message: string): Fault => new Fault('BAD_USER_INPUT', message);
/** A body that does not answer, named by its id. */
export const unavailable = (body: string, message?: string): Fault => new Fault('UNAVAILABLE', message, { body });

/** The eighth code, of fields only: the field is null because this viewer may not see it, or not for this purpose. */
export const HIDDEN_FIELD = 'UNAUTHORIZED_FIELD_OR_TYPE';
const HIDDEN_TEXT = 'Dit veld mag u niet inzien.';

/** Thrown by the resolver of one nullable field; the rest of the answer stays. `message` says in Dutch what would make it visible. */
export class HiddenField extends Error {
  readonly extensions = { code: HIDDEN_FIELD } as const;

  constructor(message: string = HIDDEN_TEXT) {
    super(message);
    this.name = 'HiddenField';
  }
}

export function isFaultCode(text: unknown): text is FaultCode {
  return typeof text === 'string' && (FAULT_CODES as readonly string[]).includes(text);
}

export function publicText(code: FaultCode | typeof HIDDEN_FIELD): string {
  return code === HIDDEN_FIELD ? HIDDEN_TEXT : PUBLIC_TEXT[code];
}
