const { TestEnvironment } = require('jest-environment-node');

/** The tests of large texts need seconds for each mutant, and notice the same mutants as the tests of small ones. */
const IS_LARGE = /\b(?:500 kB|100 KB|21,000 leaves|10,000 lines|1 MB|too large for an output|thousand)\b/;

/** An environment of jest that skips tests of large texts, and the tests of a file after its first failure. */
module.exports = class FirstFailureEnvironment extends TestEnvironment {
  #failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.#failed = true;
    if (event.name === 'test_start' && (this.#failed || IS_LARGE.test(event.test.name))) event.test.mode = 'skip';
  }
};
