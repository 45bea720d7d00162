// The commands that an sw company takes from the directory: POST /commands/<verb>.
import type { CommandHandler } from '#shell/service-definition.js';
import { confirmAgreement } from './confirm-agreement.js';
import { endPlacement } from './end-placement.js';
import { holdWorkplace } from './hold-workplace.js';
import type { CommandParts } from './parts.js';
import { releaseWorkplace } from './release-workplace.js';
import { resumePlacement } from './resume-placement.js';
import { shareEmployment } from './share-employment.js';
import { signAcceptance } from './sign-acceptance.js';
import { suspendPlacement } from './suspend-placement.js';
import { unshareEmployment } from './unshare-employment.js';

export function commandHandlers(parts: CommandParts): Readonly<Record<string, CommandHandler>> {
  return {
    'hold-workplace': holdWorkplace(parts),
    'release-workplace': releaseWorkplace(parts),
    'confirm-agreement': confirmAgreement(parts),
    'end-placement': endPlacement(parts),
    'suspend-placement': suspendPlacement(parts),
    'resume-placement': resumePlacement(parts),
    'share-employment': shareEmployment(parts),
    'unshare-employment': unshareEmployment(parts),
    'sign-acceptance': signAcceptance(parts),
  };
}
