import { descarteslabs } from './descarteslabs.js';
import type { Platform } from './platform.js';

/** EarthDaily's EarthOne, the successor of Descartes Labs: the same logins on another host, but no legacy client. */
export const earthone: Platform = {
  ...descarteslabs,
  title: 'EarthOne',
  server: { by: 'url', fallback: 'https://iam.production.earthone.earthdaily.com', tokenPath: '/token' },
  tokenRequest: { format: 'json' },
  tokenVariable: 'EARTHONE_TOKEN',
  revocation: { by: 'nothing', reason: 'EarthOne has no way to revoke only a token' },
  pythonClient: { variablePrefix: 'EARTHONE', claimPrefix: 'earthdaily__dl__', hashesSub: false },
};
