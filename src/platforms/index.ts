import { chariot } from './chariot.js';
import { dataclarity } from './dataclarity.js';
import { descarteslabs } from './descarteslabs.js';
import { earthone } from './earthone.js';
import { keycloak } from './keycloak.js';
import { oauth2 } from './oauth2.js';
import type { Platform } from './platform.js';

/** Every platform, by the value of the input `platform`. */
export const PLATFORMS = {
  chariot,
  dataclarity,
  descarteslabs,
  earthone,
  keycloak,
  oauth2,
} as const satisfies Record<string, Platform>;

/** A value of the input `platform`. */
export type PlatformName = keyof typeof PLATFORMS;
