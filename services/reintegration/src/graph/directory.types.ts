// Guarantees: the directory knows every company by its own concrete types and answers of them only what must survive a company that is down:
// code, name, body, and to which company a thing belongs. Architecture decision 1: interfaces without @key, stubs with one.
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { typeName } from '#kernel/ids.js';
import { policy } from '#shell/field-policy-directives.js';
import { BodyType } from '#shell/value-types.js';

const KEY = '@key(fields: "id")';
// Implementations come from the partner register given to the schema, not from every class this process ever made.
const BY_TYPENAME = { autoRegisterImplementations: false, resolveType: ({ __typename: type }: { readonly __typename: string }) => type };

@InterfaceType('SwCompany', { ...BY_TYPENAME, description: 'A sheltered-employment company; each has concrete types of its own.' })
export abstract class SwCompany {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => BodyType) body!: BodyType;
}

@InterfaceType('Workplace', BY_TYPENAME)
export abstract class Workplace {
  @Field(() => ID) id!: string;
  @Field(() => SwCompany, { nullable: true }) company!: SwCompany | null;
}

@InterfaceType('SwEmployment', BY_TYPENAME)
export abstract class SwEmployment {
  @Field(() => ID) id!: string;
  @Field(() => SwCompany, { nullable: true }) company!: SwCompany | null;
}

@InterfaceType('Placement', BY_TYPENAME)
export abstract class Placement {
  @Field(() => ID) id!: string;
  @Field(() => SwCompany, { nullable: true }) company!: SwCompany | null;
}

type StubClass = new () => object;
const made = new Map<string, readonly StubClass[]>();

/** The four stub classes of one company code, made once per process because type-graphql keeps every class it ever saw. */
export function stubClasses(code: string): readonly StubClass[] {
  const known = made.get(code);
  if (known) return known;
  const classes = makeStubClasses(code);
  made.set(code, classes);
  return classes;
}

function makeStubClasses(code: string): readonly StubClass[] {
  @ObjectType(typeName(code, 'SwCompany'), { implements: SwCompany })
  @Directive(KEY)
  class CompanyStub {
    @Field(() => ID) id!: string;
  }
  @ObjectType(typeName(code, 'Workplace'), { implements: Workplace })
  @Directive(KEY)
  class WorkplaceStub {
    @Field(() => CompanyStub, { nullable: true }) company!: CompanyStub | null;
  }
  @ObjectType(typeName(code, 'SwEmployment'), { implements: SwEmployment })
  @Directive(KEY)
  @Directive(policy('employments'))
  class EmploymentStub {
    @Field(() => CompanyStub, { nullable: true }) company!: CompanyStub | null;
  }
  @ObjectType(typeName(code, 'Placement'), { implements: Placement })
  @Directive(KEY)
  @Directive(policy('placements'))
  class PlacementStub {
    @Field(() => CompanyStub, { nullable: true }) company!: CompanyStub | null;
  }
  return [CompanyStub, WorkplaceStub, EmploymentStub, PlacementStub];
}
