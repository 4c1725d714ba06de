/** What an innocent likeness is: something a good official does, or has, that looks like protecting a gang. */

import type { Gang, Official } from '../cast/world.ts';
import type { Scene } from './scene.ts';

export interface LookalikeDefinition {
  departments?: readonly string[];
  /** False where this official cannot bear this likeness. */
  act(scene: Scene, official: Official, gang: Gang): boolean;
}
