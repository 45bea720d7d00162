// The contract's closed lists, as GraphQL enums.
import { registerEnumType } from 'type-graphql';

export const WorkplaceStatus = { OPEN: 'OPEN', HELD: 'HELD', TAKEN: 'TAKEN', CLOSED: 'CLOSED' } as const;
export type WorkplaceStatus = keyof typeof WorkplaceStatus;
registerEnumType(WorkplaceStatus, { name: 'WorkplaceStatus' });

export const PlacementStatus = { PLANNED: 'PLANNED', ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED', ENDED: 'ENDED' } as const;
export type PlacementStatus = keyof typeof PlacementStatus;
registerEnumType(PlacementStatus, { name: 'PlacementStatus' });

export const SwDimension = {
  COMPANY: 'COMPANY',
  MUNICIPALITY: 'MUNICIPALITY',
  PERIOD: 'PERIOD',
  WORK_FORM: 'WORK_FORM',
  CATEGORY: 'CATEGORY',
  AGE_BAND: 'AGE_BAND',
} as const;
export type SwDimension = keyof typeof SwDimension;
registerEnumType(SwDimension, { name: 'SwDimension' });
