/** The parts of the contract operations' answers that the story looks at. */

export interface Party {
  readonly role: string;
  readonly actingBody: { readonly name: string };
  readonly onBehalfOf?: { readonly name: string };
  readonly acceptedTermsVersion: number | null;
}

export interface AgreementView {
  readonly __typename: 'Agreement';
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly terms: { readonly version: number; readonly hash: string; readonly hoursPerWeek: string };
  readonly parties: readonly Party[];
  readonly availableActions: readonly string[];
}

export interface RefusalView {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
  readonly agreement: { readonly id: string; readonly version: number; readonly state: string } | null;
  readonly alternatives: readonly ({ readonly id: string; readonly title: string | null } | null)[] | null;
}

export type Outcome = AgreementView | RefusalView;

export interface OfferView {
  readonly __typename: 'Offer';
  readonly id: string;
}

export interface Reason {
  readonly code: string;
  readonly text: string;
}

export interface OptionView {
  readonly workplace: {
    readonly id: string;
    readonly title: string | null;
    readonly employer: { readonly name: string } | null;
    readonly company: { readonly code: string } | null;
    readonly hoursPerWeekMin: string | null;
    readonly hoursPerWeekMax: string | null;
    readonly status: string | null;
  } | null;
  readonly fits: readonly Reason[];
  readonly misses: readonly Reason[];
  readonly travelKilometres: string | null;
}

export interface OptionsView {
  readonly sources: readonly { readonly body: { readonly id: string; readonly name: string }; readonly answered: boolean; readonly asOf: string | null }[];
  readonly options: readonly OptionView[];
}

export interface DossierView {
  readonly id: string;
  readonly name: { readonly full: string } | null;
  readonly residence: { readonly code: string; readonly name: string } | null;
  readonly applications: readonly unknown[] | null;
  readonly benefits: readonly unknown[] | null;
  readonly representatives: readonly { readonly id: string; readonly kind: string }[] | null;
  readonly indications: readonly { readonly kind: string; readonly category: string | null; readonly validUntil: string | null; readonly adaptations: readonly Reason[] | null }[] | null;
  readonly trajectories: readonly unknown[] | null;
  readonly employments:
    | readonly ({
        readonly id: string;
        readonly company: { readonly code: string; readonly name: string; readonly asOf: string | null; readonly fresh: boolean | null } | null;
        readonly workForm: string | null;
        readonly hoursPerWeek: string | null;
        readonly formalEmployer: { readonly name: string } | null;
      } | null)[]
    | null;
  readonly offers: readonly { readonly id: string; readonly choice: string | null; readonly chosen: { readonly id: string; readonly title: string | null } | null }[] | null;
  readonly agreements:
    | readonly { readonly id: string; readonly state: string; readonly version: number; readonly parties: readonly Party[]; readonly terms: { readonly from: string; readonly hoursPerWeek: string } }[]
    | null;
}

export interface PlacementsView {
  readonly swCompany: {
    readonly name: string;
    readonly placements: {
      readonly totalCount: number;
      readonly nodes: readonly ({
        readonly id: string;
        readonly hirer: { readonly name: string } | null;
        readonly workplace: { readonly id: string; readonly title: string | null; readonly status: string | null } | null;
        readonly employment: { readonly id: string; readonly workerName: { readonly full: string } | null } | null;
        readonly agreement: { readonly id: string; readonly state: string; readonly workplace: { readonly title: string | null } | null; readonly employment: { readonly workerName: { readonly full: string } | null } | null } | null;
      } | null)[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    } | null;
  } | null;
  readonly agreements: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly version: number;
      readonly state: string;
      readonly profile: string;
      readonly terms: { readonly version: number; readonly hash: string; readonly hoursPerWeek: string };
      readonly availableActions: readonly string[];
    }[];
  };
}
