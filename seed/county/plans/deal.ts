/** One official, one gang, and what a channel between them is. */
import type { NumberMint } from '../basics/identity.ts';
import type { Gang, Official } from '../cast/world.ts';
import type { Scene } from './scene.ts';

export interface Deal {
  scene: Scene;
  official: Official;
  gang: Gang;
  numbers: NumberMint;
}

export interface ChannelDefinition {
  /** What the official does for the gang, or what he has from it. */
  side: 'deed' | 'return';
  /** Who is in a position to; absent: anybody. */
  departments?: readonly string[];
  /** Goes by way of a grown relative, so there must be one. */
  needsKin?: boolean;
  act(deal: Deal): void;
}
