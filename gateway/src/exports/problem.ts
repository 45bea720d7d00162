/**
 * How a refusal looks below /v1/: problem details (RFC 9457), as the Dutch rules for REST APIs ask. Beside title, status and detail: our code, the
 * body that is silent, and of an invalid request every fault at once.
 */
import { badInput, Fault, publicText } from '#kernel/faults.js';
import type { Exchange } from '../exchange.js';
import type { Answer } from '../step.js';

export const PROBLEM = 'application/problem+json';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Ongeldige aanvraag',
  401: 'Niet aangemeld',
  403: 'Niet toegestaan',
  404: 'Niet gevonden',
  405: 'Deze methode is er niet',
  406: 'Deze vorm is er niet',
  414: 'Het adres is te lang',
  429: 'Te veel aanvragen',
  503: 'Niet beschikbaar',
};

export interface ParameterProblem {
  readonly parameter: string;
  /** Dutch. */
  readonly reason: string;
}

export class InvalidParameters extends Fault {
  constructor(readonly problems: readonly ParameterProblem[]) {
    super('BAD_USER_INPUT', problems.length === 1 ? 'Een parameter klopt niet.' : `${problems.length} parameters kloppen niet.`);
  }
}

/** Of a status that has no code of its own, as 405. */
export function mistake(text: string): Fault {
  return badInput(text);
}

export function problemJson({ requestId }: Exchange, { status, errors, causes }: Answer): { type: string; text: string } {
  const [error] = errors ?? [];
  const { code, body } = error?.extensions ?? {};
  const invalid = causes.find((cause) => cause instanceof InvalidParameters);
  const problem = {
    title: TITLES[status] ?? 'Er ging iets mis',
    status,
    detail: error?.message ?? publicText('INTERNAL'),
    instance: `urn:uuid:${requestId}`,
    code,
    ...(typeof body === 'string' ? { body } : {}),
    ...(invalid ? { errors: invalid.problems.map(({ parameter, reason }) => ({ in: 'query', name: parameter, detail: reason })) } : {}),
  };
  return { type: `${PROBLEM}; charset=utf-8`, text: `${JSON.stringify(problem)}\n` };
}
