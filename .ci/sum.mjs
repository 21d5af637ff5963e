import { readFileSync } from 'node:fs';

/**
 * Counts the tests of one report, and says once more why some failed: the middle of a long log is easily lost. A file that
 * fell over before its first test counts as one failure, as does a report that is missing.
 */
function count(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    process.stdout.write(`No report: ${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  );
  for (const suite of broken) process.stdout.write(`Failed: ${suite.name}\n${suite.message}\n`);
  const failures = report.testResults.flatMap((suite) =>
    suite.assertionResults.filter((test) => test.status === 'failed'),
  );
  for (const test of failures) {
    process.stdout.write(`Failed: ${test.fullName}\n${test.failureMessages.join('\n')}\n`);
  }
  const failed = failures.length + broken.length;
  const isUnexplained = !report.success && failed === 0;
  return { passed: report.numPassedTests, failed: failed + (isUnexplained ? 1 : 0) };
}

const counts = process.argv.slice(2).map(count);
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
