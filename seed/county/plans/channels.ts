/** The ways in which a planted umbrella serves its gang and is served by it, and those nobody records. */

import type { Official } from '../cast/world.ts';
import { DIRECT_CHANNELS } from './channels-direct.ts';
import { INDIRECT_CHANNELS } from './channels-indirect.ts';
import type { ChannelDefinition } from './deal.ts';
import { closeKin, type Scene } from './scene.ts';

export const UNRECORDED_CHANNELS = ['cash', 'face_to_face'];

export const channelsOf = (mechanisms: 'a' | 'b'): Record<string, ChannelDefinition> =>
  mechanisms === 'a' ? DIRECT_CHANNELS : INDIRECT_CHANNELS;

/** One or two deeds where the post allows any, and one or two returns; never none at all. */
export function chooseChannels(scene: Scene, official: Official): string[] {
  const { random, parameters } = scene;
  const channels = Object.entries(channelsOf(parameters.mechanisms)).filter(
    ([, channel]) =>
      (channel.departments?.includes(official.department) ?? true) &&
      (!channel.needsKin || closeKin(scene, official) !== undefined),
  );
  const named = (side: ChannelDefinition['side']) =>
    channels.filter(([, channel]) => channel.side === side).map(([name]) => name);
  const [deeds, returns] = [named('deed'), named('return')];
  return [
    ...random.sample(deeds, random.integer(1, 2)),
    ...random.sample(returns, deeds.length > 0 ? random.integer(1, 2) : 2),
  ];
}
