/** The five systems of the pilot: which process, which port, which database. A service's name is its subgraph name too. */

export interface Service {
  readonly name: string;
  readonly portOffset: number;
  readonly database: string;
}

export const SERVICES: readonly Service[] = [
  { name: 'benefits', portOffset: 11, database: 'benefits' },
  { name: 'reintegration', portOffset: 12, database: 'reintegration' },
  { name: 'sw-zoetermeer-rijswijk', portOffset: 13, database: 'sw_zoetermeer_rijswijk' },
  { name: 'sw-leiden', portOffset: 14, database: 'sw_leiden' },
  { name: 'sw-wassenaar', portOffset: 15, database: 'sw_wassenaar' },
];

export const DATABASES: readonly string[] = SERVICES.map((service) => service.database);

/** Throws with the names to choose from. */
export function serviceNamed(name: string): Service {
  const service = SERVICES.find((one) => one.name === name);
  if (!service) throw new Error(`there is no service ${JSON.stringify(name)}; choose one of: ${SERVICES.map((one) => one.name).join(', ')}`);
  return service;
}
