// What every resolver of this contract gets: the request and the one reader that knows the viewer's rows.
import type { ShellRequest } from '#shell/service-definition.js';
import type { CompanyReader } from './reader.js';

export interface SwContext extends ShellRequest {
  readonly sw: CompanyReader;
}
