/** What a connection of a service's own roles says to see rows at all (decision 0017); the superuser needs no door. */
export const SYSTEM_DOOR = '-c schakel.door=system';
