/** An export as its service offers it, read with suspicion: it comes from another body and goes into our document. */
import { z } from 'zod';
import { ROLES, SCOPES } from '#kernel/viewer.js';

/** A service that may offer exports, and what we share with it. */
export interface ExportService {
  readonly name: string;
  readonly body: { readonly id: string; readonly name: string };
  /** Scheme, host and port. */
  readonly origin: string;
  readonly key: Buffer;
}

const text = (most: number) => z.string().min(1).max(most);
const parameterSchema = z.object({ name: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), description: text(500), required: z.boolean(), pattern: text(500), example: text(100) });

export const offersSchema = z.object({
  exports: z.array(
    z.object({
      name: z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/).max(60),
      title: text(100),
      description: text(2_000),
      purpose: z.string().regex(/^[a-z-]{1,60}$/),
      roles: z.array(z.enum(ROLES)).min(1),
      scopes: z.array(z.enum(SCOPES)).optional(),
      mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/),
      parameters: z.array(parameterSchema).max(20),
    }),
  ).max(100),
});

export type Offered = z.infer<typeof offersSchema>['exports'][number];

export interface Offer extends Offered {
  readonly service: ExportService;
}
