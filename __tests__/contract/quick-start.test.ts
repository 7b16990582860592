import { describe, expect, test } from '@jest/globals';
import { INPUTS } from '../../src/inputs/inputs.js';
import { quickStart, quickStartSteps } from '../support/quick-start.js';
import { linesOf, outputsOf, platformNamed, platformOf, requestsOf, settingsOf } from '../support/shown-steps.js';

describe('The quick start of the README', () => {
  test('The quick start contains one step of this action', () => {
    expect(quickStartSteps).toHaveLength(1);
  });

  test.each(quickStartSteps)('The action accepts the inputs of the quick start', async (step) => {
    expect(Object.keys(step.with ?? {}).filter((input) => !(input in INPUTS))).toEqual([]);
    await expect(settingsOf(step)).resolves.toMatchObject({ platform: platformNamed(platformOf(step)) });
    expect(requestsOf(step)).toHaveLength(linesOf(step).length);
  });

  test.each(quickStartSteps)('The quick start reads only outputs that its step sets', (step) => {
    const read = [...quickStart.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];

    expect(read.filter(([, id, output = '']) => id !== step.id || !outputsOf(step)?.has(output))).toEqual([]);
  });
});
