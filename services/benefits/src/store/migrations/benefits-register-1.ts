/**
 * The tables of this register: read-only copies of what the existing systems deliver (architecture, decision 13). Rows of a client
 * carry his client number and his person id together, so that a corrected number takes everything of that client with it.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REFERENCE_TABLES = `
  create table municipality (code text primary key, name text not null);
  create table region_membership (
    municipality text not null references municipality (code), from_on date not null, until_on date,
    region_code text not null, region_name text not null, primary key (municipality, from_on));
  create table policy_value (
    municipality text not null references municipality (code), parameter text not null, from_on date not null, until_on date,
    value text not null, unit text, council_decision text, primary key (municipality, parameter, from_on));
  create table delivery (kind text primary key, as_of date);`;

const PERSON_TABLES = `
  create table person (
    id text primary key, bsn text not null unique, name text not null, birth_date date not null);
  create index person_by_name on person (name, id);
  create table client (
    client_number text primary key, person_id text not null references person (id), unique (client_number, person_id));
  create index client_of_person on client (person_id);
  create table residence (
    client_number text not null, person_id text not null, municipality text not null references municipality (code),
    from_on date not null, until_on date, primary key (client_number, from_on),
    foreign key (client_number, person_id) references client (client_number, person_id) on update cascade);
  create index residence_of_person on residence (person_id, municipality);
  create index residence_in_municipality on residence (municipality, person_id);
  create table representative (
    representative_number text primary key, client_number text not null, person_id text not null,
    kind text not null, name text not null, from_on date not null, until_on date,
    foreign key (client_number, person_id) references client (client_number, person_id) on update cascade);
  create index representative_of_person on representative (person_id);`;

const FILE_TABLES = `
  create table application (
    application_number text primary key, client_number text not null, person_id text not null,
    kind text not null, municipality text not null references municipality (code),
    received_on date not null, decided_on date, decision text, base_due_on date not null, suspended_since date,
    foreign key (client_number, person_id) references client (client_number, person_id) on update cascade);
  create index application_of_person on application (person_id);
  create index application_open_by_due on application (base_due_on, application_number) where decided_on is null;
  create table suspension (
    application_number text not null references application (application_number),
    from_on date not null, until_on date, reason text not null, legal_ground text not null, primary key (application_number, from_on));
  create table benefit (
    benefit_number text primary key, client_number text not null, person_id text not null,
    scheme text not null, status text not null, from_on date not null, until_on date, monthly_amount numeric(10, 2),
    foreign key (client_number, person_id) references client (client_number, person_id) on update cascade);
  create index benefit_of_person on benefit (person_id);
  create table debt_trajectory (
    trajectory_number text primary key, client_number text not null, person_id text not null,
    municipality text not null references municipality (code), applied_on date not null, threatened boolean not null,
    phase text not null, from_on date, until_on date, outcome text,
    foreign key (client_number, person_id) references client (client_number, person_id) on update cascade);
  create index debt_trajectory_of_person on debt_trajectory (person_id);`;

export class BenefitsRegister1 implements MigrationInterface {
  readonly name = 'BenefitsRegister1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFERENCE_TABLES);
    await runner.query(PERSON_TABLES);
    await runner.query(FILE_TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table debt_trajectory, benefit, suspension, application, representative, residence, client, person,
      delivery, policy_value, region_membership, municipality`);
  }
}
