import { descarteslabs } from './descarteslabs.js';
import type { Platform } from './platform.js';

/** EarthDaily's EarthOne, the successor of Descartes Labs: the same logins on another host, without the legacy client. */
export const earthone: Platform = {
  ...descarteslabs,
  title: 'EarthOne',
  server: { by: 'url', fallback: 'https://iam.production.earthone.earthdaily.com', tokenPath: '/token' },
  tokenRequest: { format: 'json' },
  tokenVariable: 'EARTHONE_TOKEN',
  revocation: { by: 'nothing', reason: 'EarthOne has no way to end a token alone' },
  pythonClient: { variablePrefix: 'EARTHONE', claimPrefix: 'earthdaily__dl__' },
};
