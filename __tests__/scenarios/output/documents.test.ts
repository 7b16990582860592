import { expect, test } from '@jest/globals';
import { runAction } from '../../../harness/run-action.js';

const HEADING = 'troubleshooting.md#input_missing';

test('An error links to the documents of the version that runs', async () => {
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

test('An action in the checkout of the workflow links to its own folder', async () => {
  const run = await runAction();

  expect(run.log.lines.at(-1)).toMatch(new RegExp(` See docs/${HEADING}$`));
});
