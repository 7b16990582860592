import type { Group } from './case.js';
import { certificates } from './certificates.js';
import { good, remarks } from './good.js';
import { inputs } from './inputs.js';
import { language } from './language.js';
import { login } from './login.js';
import { network } from './network.js';
import { post } from './post.js';
import { runner } from './runner.js';
import { namesAndValues, secrets } from './secrets.js';

/** Every case of the review copy, in the order of a first day. */
export const GROUPS: readonly Group[] = [
  { title: 'Inputs', cases: inputs },
  { title: 'Login', cases: login },
  { title: 'Network', cases: network },
  { title: 'Certificates and keys', cases: certificates },
  { title: 'The lines of `secrets`', cases: language },
  { title: 'Secrets on the server', cases: secrets },
  { title: 'Names and values', cases: namesAndValues },
  { title: 'Runner and machine', cases: runner },
  { title: 'Runs that succeed', cases: good },
  { title: 'Warnings and notices', cases: remarks },
  { title: 'Post step', cases: post },
];
