/** `npm run test:doors -- matrix fuzz canaries`: what the parts before it left in logs and tables. */
import type { DoorPart } from '../part.js';
import { scanSinks } from './scan.js';

export const canaries: DoorPart = async () => {
  const { sinks, characters, hits } = await scanSinks();
  return { name: 'canaries', figures: { 'logs and tables': sinks, characters }, violations: hits };
};
