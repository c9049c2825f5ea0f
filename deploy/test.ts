// Runs every check there is, one after the other, and ends with one line: how many passed, how many failed. It never
// stops at the first failure, and a runner that crashes counts as a failure.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

type Count = { readonly passed: number; readonly failed: number };

type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads the runner's own report; without it the step itself is what is counted. */
  readonly report?: { readonly file: string; readonly count: (report: unknown) => Count };
};

const REPORTS = 'node_modules/.cache/reports';
const VITEST_REPORT = join(REPORTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');
const WEBKIT_REPORT = join(REPORTS, 'webkit.json');
// A step that hangs is ended, so that there is always a last line.
const LONGEST_STEP_MS = process.env.HUISKAMER_TEST_MATRIX === 'full' ? 3 * 3_600_000 : 40 * 60_000;

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['biome', 'check'] },
  {
    name: 'rules, architecture and both databases',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    report: { file: VITEST_REPORT, count: countVitest },
  },
  {
    name: 'end to end in Chromium',
    command: ['playwright', 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    report: { file: PLAYWRIGHT_REPORT, count: countPlaywright },
  },
];

/** Where Debian's `webkit2gtk-driver` and `xvfb` are installed. */
const SECOND_BROWSER: Step = {
  name: 'the main journeys in WebKit',
  command: [
    'vitest',
    'run',
    '--config',
    'tests/webkit/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(process.cwd(), WEBKIT_REPORT)}`,
  ],
  report: { file: WEBKIT_REPORT, count: countVitest },
};
const hasSecondBrowser = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'].every((path) => existsSync(path));

await main();

async function main(): Promise<void> {
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  const outcomes: { readonly name: string; readonly count: Count; readonly seconds: number }[] = [];
  if (!hasSecondBrowser)
    console.log('WebKit is not installed here (webkit2gtk-driver, xvfb): Chromium alone is tried.');
  for (const step of hasSecondBrowser ? [...STEPS, SECOND_BROWSER] : STEPS) {
    console.log(`\n== ${step.name}`);
    const start = performance.now();
    const count = await runStep(step);
    outcomes.push({ name: step.name, count, seconds: (performance.now() - start) / 1000 });
  }
  console.log('\n== outcome');
  for (const { name, count, seconds } of outcomes) {
    const verdict = count.failed === 0 ? 'ok    ' : 'FAILED';
    console.log(`${verdict} ${name}: ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(1)} s)`);
  }
  const passed = outcomes.reduce((sum, { count }) => sum + count.passed, 0);
  const failed = outcomes.reduce((sum, { count }) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runStep(step: Step): Promise<Count> {
  const succeeded = await run(step);
  if (step.report === undefined) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const count = await readCount(step.report);
  // No test failed and yet the runner is unhappy, or there was nothing to run: that is not a success.
  const unhappy = !succeeded || count.passed === 0;
  return unhappy && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function readCount(report: NonNullable<Step['report']>): Promise<Count> {
  try {
    return report.count(JSON.parse(await readFile(report.file, 'utf8')));
  } catch (error) {
    console.error(`There is no report of this step: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1 };
  }
}

function run(step: Step): Promise<boolean> {
  const [program, ...args] = step.command;
  return new Promise((resolve) => {
    const child = spawn(join('node_modules', '.bin', program), args, {
      stdio: 'inherit',
      env: { ...process.env, ...step.environment },
    });
    const passOn = (signal: NodeJS.Signals) => child.kill(signal);
    const tooLong = setTimeout(() => {
      console.error(`This step was ended: it took longer than ${LONGEST_STEP_MS / 60_000} minutes.`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    }, LONGEST_STEP_MS);
    process.once('SIGTERM', passOn);
    process.once('SIGINT', passOn);
    const end = (succeeded: boolean) => {
      clearTimeout(tooLong);
      process.removeListener('SIGTERM', passOn);
      process.removeListener('SIGINT', passOn);
      resolve(succeeded);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.once('exit', (code) => end(code === 0));
  });
}

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

function countVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
  const unreadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: numPassedTests, failed: numFailedTests + unreadable.length };
}

type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly unknown[];
};

function countPlaywright(report: unknown): Count {
  const { stats, errors } = report as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
