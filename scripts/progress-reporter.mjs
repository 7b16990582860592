// A reporter of jest: prints a line for each finished test file, and its failures.
import { relative } from 'node:path';

export default class ProgressReporter {
  #done = 0;

  onRunStart({ numTotalTestSuites }) {
    console.log(`${numTotalTestSuites} test files`);
  }

  onTestResult(
    { path },
    { failureMessage, numFailingTests, numPassingTests, console: printed },
    { numTotalTestSuites },
  ) {
    this.#done += 1;
    const count = `${this.#done}/${numTotalTestSuites}`.padStart(9);
    const file = relative('build/__tests__', path).replace(/\.test\.js$/, '');
    const outcome = failureMessage ? `FAILED: ${numFailingTests} of ` : '';
    console.log(`${count}  ${file}: ${outcome}${numPassingTests + numFailingTests} tests`);
    for (const { type, message } of printed ?? []) console.log(`${type}: ${message}`);
    if (failureMessage) console.log(failureMessage);
  }
}
