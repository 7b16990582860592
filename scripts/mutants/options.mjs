/** Tests of random inputs: too slow to run for each mutant. */
const TOO_SLOW = ['!**/*-property.test.js', '!**/flow/exposure.test.js'];

/** Returns the options of Stryker that mutate some files, and run the tests whose paths match a pattern. */
export function optionsFor(mutate, tests) {
  return {
    mutate,
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning'],
    // Stryker rewrites this file with the API of TypeScript, which TypeScript 7 does not have; the file needs no change.
    tsconfigFile: 'none',
    buildCommand: 'tsc -p .',
    ignorePatterns: ['dist', 'build', 'coverage', 'docs', '.git'],
    tempDirName: 'coverage/mutants',
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 10_000,
    timeoutFactor: 2,
    // Node keeps a part of each vm context, and there is one for each test file and run.
    maxTestRunnerReuse: 100,
    plugins: ['@stryker-mutator/jest-runner', './scripts/mutants/report.mjs'],
    reporters: ['survivors', ...(process.stdout.isTTY ? ['progress'] : [])],
    logLevel: 'error',
    jest: {
      enableFindRelatedTests: false,
      config: {
        testMatch: [...tests.map((test) => `**/__tests__/${test}.test.js`), ...TOO_SLOW],
        runner: '<rootDir>/scripts/mutants/first-failure.cjs',
        testEnvironment: './scripts/mutants/first-failure-environment.cjs',
      },
    },
  };
}
