import { assetTypes } from './types/assetTypes.ts';
import { matterTypes } from './types/matterTypes.ts';
import { partyTypes } from './types/partyTypes.ts';

export const entityTypes = { ...partyTypes, ...assetTypes, ...matterTypes };
