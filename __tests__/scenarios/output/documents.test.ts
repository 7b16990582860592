import { expect, test } from '@jest/globals';
import { runAction } from '../../../harness/run-action.js';

const HEADING = 'troubleshooting.md#input_missing';

test('an error leads to the documents of the very version that runs', async () => {
  const env = {
    GITHUB_SERVER_URL: 'https://github.example.com',
    GITHUB_ACTION_REPOSITORY: 'owner/bearer-login',
    GITHUB_ACTION_REF: 'v1',
  };
  const run = await runAction({ env });

  expect(run.log.lines.at(-1)).toMatch(
    new RegExp(` See https://github\\.example\\.com/owner/bearer-login/blob/v1/docs/${HEADING}$`),
  );
});

test('an action in the workflow’s own checkout leads to its own folder', async () => {
  const run = await runAction();

  expect(run.log.lines.at(-1)).toMatch(new RegExp(` See docs/${HEADING}$`));
});
