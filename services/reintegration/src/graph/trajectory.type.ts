/** A reintegration trajectory as the graph shows it. */
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { Source } from '#shell/value-types.js';
import type { Trajectory } from '../domain/directory-ports.js';
import type { DirectoryParts } from './directory.context.js';
import { municipalSource } from './source.js';

const NULLABLE = { nullable: true };

@ObjectType({ description: 'Who carries a trajectory out; the kind makes own staff and agencies comparable.' })
export class Provider {
  @Field(() => String) name!: string;
  @Field(() => String, NULLABLE) kind!: string | null;
}

@ObjectType('Trajectory')
@Directive(policy('trajectories'))
export class TrajectoryType {
  @Field(() => ID) id!: string;
  @Field(() => String) instrument!: string;
  @Field(() => String, NULLABLE) programme!: string | null;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day.' }) until!: string | null;
  @Field(() => String, NULLABLE) outcome!: string | null;
  @Field(() => Provider, NULLABLE) provider!: Provider | null;
  @Field(() => Source) source!: Source;
}

export function trajectoryView(row: Trajectory, directory: DirectoryParts): TrajectoryType {
  const { number, instrument, programme, from, until, outcome, providerName, providerKind } = row;
  const provider = providerName === null ? null : { name: providerName, kind: providerKind };
  return { id: number, instrument, programme, from, until, outcome, provider, source: municipalSource(row, directory) };
}
