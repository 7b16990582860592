const { default: JestRunner } = require('jest-runner');

/** The names of the tests of each file, and how long it takes: known after the first run, which runs every file. */
const known = new Map();

/**
 * A runner of jest that stops after the first file with a failure, because one failure shows that the tests notice a mutant. It leaves
 * out the files in which no test has the name that the run asks for, and runs the fast files first.
 */
module.exports = class FirstFailureRunner extends JestRunner {
  async runTests(tests, watcher, options) {
    let failed = false;
    this.on('test-file-failure', () => {
      failed = true;
    });
    this.on('test-file-success', ([{ path }, { numFailingTests, testResults, perfStats }]) => {
      failed ||= numFailingTests > 0;
      if (!known.has(path))
        known.set(path, { names: testResults.map(({ fullName }) => fullName), ms: perfStats.runtime });
    });
    for (const test of this.#chosen(tests)) {
      if (failed) break;
      await super.runTests([test], watcher, options);
    }
  }

  #chosen(tests) {
    const pattern = new RegExp(this._globalConfig.testNamePattern ?? '', 'i');
    const timeOf = ({ path }) => known.get(path)?.ms ?? 0;
    return tests
      .filter(({ path }) => known.get(path)?.names.some((name) => pattern.test(name)) ?? true)
      .sort((a, b) => timeOf(a) - timeOf(b));
  }
};
