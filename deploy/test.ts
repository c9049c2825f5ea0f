// Runs every check there is, one after the other, and ends with one line: how many passed, how many failed. It never
// stops at the first failure, and a runner that crashes counts as a failure.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

type Count = { readonly passed: number; readonly failed: number };

/** What went wrong, to be told once more at the end, where a short log of a long run still shows it. */
type Failure = { readonly title: string; readonly message: string };

type Outcome = Count & { readonly failures: readonly Failure[] };

type Step = {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads the runner's own report; without it the step itself is what is counted. */
  readonly report?: { readonly file: string; readonly outcome: (report: unknown) => Outcome };
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
    report: { file: VITEST_REPORT, outcome: outcomeOfVitest },
  },
  {
    name: 'end to end in Chromium',
    command: ['playwright', 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT },
    report: { file: PLAYWRIGHT_REPORT, outcome: outcomeOfPlaywright },
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
  report: { file: WEBKIT_REPORT, outcome: outcomeOfVitest },
};
const hasSecondBrowser = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'].every((path) => existsSync(path));

await main();

async function main(): Promise<void> {
  await rm(REPORTS, { recursive: true, force: true });
  await mkdir(REPORTS, { recursive: true });
  const outcomes: (Outcome & { readonly name: string; readonly seconds: number })[] = [];
  if (!hasSecondBrowser)
    console.log('WebKit is not installed here (webkit2gtk-driver, xvfb): Chromium alone is tried.');
  for (const step of hasSecondBrowser ? [...STEPS, SECOND_BROWSER] : STEPS) {
    console.log(`\n== ${step.name}`);
    const start = performance.now();
    const outcome = await runStep(step);
    outcomes.push({ ...outcome, name: step.name, seconds: (performance.now() - start) / 1000 });
  }
  console.log('\n== outcome');
  for (const { failures } of outcomes)
    for (const { title, message } of failures) console.log(`${title}\n    ${firstLines(message)}`);
  for (const { name, passed, failed, seconds } of outcomes) {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED';
    console.log(`${verdict} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runStep(step: Step): Promise<Outcome> {
  const succeeded = await run(step);
  if (step.report === undefined) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, failures: [] };
  const outcome = await readOutcome(step.report);
  // No test failed and yet the runner is unhappy, or there was nothing to run: that is not a success.
  const unhappy = !succeeded || outcome.passed === 0;
  return unhappy && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

async function readOutcome(report: NonNullable<Step['report']>): Promise<Outcome> {
  try {
    return report.outcome(JSON.parse(await readFile(report.file, 'utf8')));
  } catch (error) {
    console.error(`There is no report of this step: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, failures: [] };
  }
}

/** Without the colours of a terminal, and short. */
function firstLines(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, 6).join('\n    ');
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
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
};

function outcomeOfVitest(report: unknown): Outcome {
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
  const unreadable = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failures = testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ title: `${file.name}: ${test.fullName}`, message: test.failureMessages?.join('\n') ?? '' })),
  );
  const unread = unreadable.map((file) => ({ title: file.name, message: file.message ?? '' }));
  return { passed: numPassedTests, failed: numFailedTests + unreadable.length, failures: [...failures, ...unread] };
}

type PlaywrightSuite = {
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly ok: boolean;
    readonly tests: readonly { readonly results: readonly { readonly error?: { readonly message?: string } }[] }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
};

type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors: readonly { readonly message?: string }[];
  readonly suites: readonly PlaywrightSuite[];
};

function outcomeOfPlaywright(report: unknown): Outcome {
  const { stats, errors, suites } = report as PlaywrightReport;
  const failures = suites.flatMap(failuresOf);
  const broken = errors.map((error) => ({ title: 'playwright', message: error.message ?? '' }));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [...failures, ...broken],
  };
}

function failuresOf(suite: PlaywrightSuite): Failure[] {
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      title: `${spec.file}:${spec.line} ${spec.title}`,
      message: spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n'),
    }));
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)];
}
