/** The exports of a running gateway, asked as anybody may ask them: over /v1/, with a token and a purpose. */
import { z } from 'zod';
import { kebabCase } from './arguments.js';

const listSchema = z.object({
  exports: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      purpose: z.string(),
      roles: z.array(z.string()),
      parameters: z.array(z.object({ name: z.string(), description: z.string(), required: z.boolean(), example: z.string() })),
    }),
  ),
  unavailableBodies: z.array(z.string()),
});
const problemSchema = z.object({ title: z.string(), detail: z.string(), errors: z.array(z.object({ name: z.string(), detail: z.string() })).optional(), instance: z.string().optional() });

export type ExportList = z.infer<typeof listSchema>;
export type ListedExport = ExportList['exports'][number];

export class RestClient {
  constructor(
    private readonly gateway: string,
    private readonly token: string,
  ) {}

  async list(): Promise<ExportList> {
    return listSchema.parse(await (await this.get('/v1/exports', {})).json());
  }

  /** The parts of the file as they come; throws when it breaks off, so that nobody takes what came for the whole. */
  async *file({ name, purpose }: ListedExport, parameters: Readonly<Record<string, string>>): AsyncGenerator<string> {
    const query = new URLSearchParams(parameters).toString();
    const response = await this.get(`/v1/exports/${name}${query === '' ? '' : `?${query}`}`, { 'x-doelbinding': purpose });
    const decoder = new TextDecoder();
    try {
      for await (const part of response.body ?? []) yield decoder.decode(part as Uint8Array, { stream: true });
    } catch (error) {
      throw new Error('the export broke off before its end: what came is not whole', { cause: error });
    }
    yield decoder.decode();
  }

  private async get(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    const response = await fetch(this.gateway + path, { headers: { authorization: `Bearer ${this.token}`, ...headers } }).catch(() => {
      throw new Error(`the gateway at ${this.gateway} does not answer; start the stack first: npm start`);
    });
    if (response.ok) return response;
    const problem = problemSchema.safeParse(await response.json().catch(() => null));
    if (!problem.success) throw new Error(`the gateway answered ${response.status}`);
    const { title, detail, errors = [], instance } = problem.data;
    throw new Error([`${title} (${response.status}): ${detail}`, ...errors.map((one) => `  --${kebabCase(one.name)}: ${one.detail}`), ...(response.status >= 500 && instance ? [`  ${instance}`] : [])].join('\n'));
  }
}
