/** The description of what stands below /v1/ (OpenAPI 3.1), made from the definitions of the exports themselves. In Dutch, as the rules ask (core/doc-language). */
import type { Offer } from './offer.js';
import { PROBLEM } from './problem.js';

/** docs/exports.md says what changed between versions. */
export const API_VERSION = '1.0.0';

export interface ApiContact {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

const VERSION_HEADER = { 'API-Version': { description: 'De volledige versie van deze API.', schema: { type: 'string', examples: [API_VERSION] } } };

const PROBLEMS: readonly (readonly [string, string])[] = [
  ['400', 'Een of meer parameters kloppen niet; alle fouten staan in errors.'],
  ['401', 'Niet aangemeld, of het token is niet geldig.'],
  ['403', 'Deze levering is niet voor uw rol, doelbinding of toepassing.'],
  ['404', 'Deze levering is er niet.'],
  ['406', 'De levering is er niet in de gevraagde vorm.'],
  ['429', 'Te veel aanvragen, of te veel leveringen tegelijk; retry-after zegt hoeveel seconden te wachten.'],
  ['500', 'Er ging iets mis; meld de waarde van instance.'],
  ['503', 'Een organisatie antwoordt niet; body zegt welke. De levering is niet gemaakt.'],
];

export function openApi(offers: readonly Offer[], contact: ApiContact | null): object {
  const exportPaths = offers.map((offer): [string, object] => [`/exports/${offer.name}`, { get: exportOperation(offer) }]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Schakel: leveringen',
      description: 'De leveringen van de aangesloten organisaties als bestand: wettelijke statistiek, uitwisseling en gepubliceerde cijfers. Al het andere wordt gevraagd met GraphQL op /graphql.',
      version: API_VERSION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      ...(contact ? { contact } : {}),
    },
    servers: [{ url: '/v1' }],
    security: [{ token: [] }],
    tags: [{ name: 'leveringen', description: 'Wat er te leveren is.' }],
    paths: { '/openapi.json': { get: DOCUMENT }, '/exports': { get: LIST }, ...Object.fromEntries(exportPaths) },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Het toegangstoken waarmee ook GraphQL wordt bevraagd.' } },
      schemas: { Problem: PROBLEM_SCHEMA, Export: EXPORT_SCHEMA },
    },
  };
}

function exportOperation({ name, title, description, purpose, roles, scopes, mediaType, parameters, service }: Offer): object {
  const grant = scopes && scopes.length > 0 ? ` De toepassing heeft ${scopes.join(', ')} nodig.` : '';
  const [type = mediaType] = mediaType.split(';');
  return {
    operationId: name,
    tags: ['leveringen'],
    summary: title,
    description: `${description}\n\nVan: ${service.body.name}. Voor: ${roles.join(', ')}, met doelbinding ${purpose}.${grant} Een levering die wordt afgebroken, eindigt zonder einde en is niet bruikbaar.`,
    parameters: [
      { name: 'x-doelbinding', in: 'header', required: true, description: 'De doelbinding.', schema: { type: 'string', const: purpose } },
      ...parameters.map((one) => ({ name: one.name, in: 'query', required: one.required, description: one.description, schema: { type: 'string', pattern: `^(?:${one.pattern})$` }, example: one.example })),
    ],
    responses: {
      200: {
        description: 'Het bestand.',
        headers: { ...VERSION_HEADER, 'Content-Disposition': { description: 'De naam van het bestand.', schema: { type: 'string' } } },
        content: { [type]: { schema: { type: 'string' } } },
      },
      ...problems(PROBLEMS.map(([status]) => status)),
    },
  };
}

/** The schema of a problem stands in each response, where a checker of these rules looks for it. */
function problems(statuses: readonly string[]): object {
  const wanted = PROBLEMS.filter(([status]) => statuses.includes(status));
  return Object.fromEntries(wanted.map(([status, description]) => [status, { description, headers: VERSION_HEADER, content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } } }]));
}

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'Wat er niet kon (RFC 9457).',
  required: ['title', 'status', 'detail'],
  properties: {
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Het nummer van dit verzoek.' },
    code: { type: 'string' },
    body: { type: 'string', description: 'De organisatie die niet antwoordt.' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['in', 'name', 'detail'], properties: { in: { type: 'string', const: 'query' }, name: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};

const EXPORT_SCHEMA = {
  type: 'object',
  required: ['name', 'title', 'description', 'body', 'purpose', 'roles', 'mediaType', 'parameters'],
  properties: {
    name: { type: 'string' },
    title: { type: 'string' },
    description: { type: 'string' },
    body: { type: 'string', description: 'De organisatie waarvan de levering komt.' },
    purpose: { type: 'string', description: 'De doelbinding die genoemd moet worden.' },
    roles: { type: 'array', items: { type: 'string' } },
    mediaType: { type: 'string' },
    parameters: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'description', 'required', 'pattern', 'example'],
        properties: { name: { type: 'string' }, description: { type: 'string' }, required: { type: 'boolean' }, pattern: { type: 'string' }, example: { type: 'string' } },
      },
    },
  },
};

const LIST = {
  operationId: 'list-exports',
  tags: ['leveringen'],
  summary: 'Welke leveringen er zijn',
  responses: {
    200: {
      description: 'De leveringen, en de organisaties waarvan dit nu niet bekend is.',
      headers: VERSION_HEADER,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['exports', 'unavailableBodies'],
            properties: { exports: { type: 'array', items: { $ref: '#/components/schemas/Export' } }, unavailableBodies: { type: 'array', items: { type: 'string' } } },
          },
        },
      },
    },
    ...problems(['401', '406', '429', '500', '503']),
  },
};

const DOCUMENT = {
  operationId: 'read-openapi',
  tags: ['leveringen'],
  summary: 'Dit document',
  security: [],
  responses: { 200: { description: 'Dit document.', headers: VERSION_HEADER, content: { 'application/json': { schema: { type: 'object' } } } }, ...problems(['406']) },
};
