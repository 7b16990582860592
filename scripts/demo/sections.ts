// What the demo shows, section by section.
import { showPlatforms } from './platforms.js';
import { type Demo, drawn, indent, logOf, shownValue, WIDTH } from './show-run.js';
import type { Paint, Style } from './style.js';
import { pad, widthOf, wrap } from './text.js';

/** A part of the demo. */
export interface Section {
  readonly title: string;
  /** Whether the picture of the terminal contains it. */
  readonly isPictured?: boolean;
  readonly show: (demo: Demo) => readonly string[] | Promise<readonly string[]>;
}

/** What docker and aws print in later steps. */
const PRINTED = [
  'docker: Error response from daemon: manifest for ghcr.io/example/private:latest not found',
  'aws: Could not connect to the endpoint URL: "https://s3.example.com/example-bucket?region=us-east-1"',
];

/** All sections. The reader ends at the step that a message corrects. */
export const SECTIONS: readonly Section[] = [
  { title: 'A workflow step requests three Secrets', show: showWorkflow },
  { title: 'The log of this step', show: ({ runs, paint }) => logOf(runs.main, paint) },
  { title: 'The exported variables, as the log of a later step shows them', isPictured: true, show: showLaterSteps },
  { title: 'The job summary', show: ({ runs, paint }) => drawn(runs.main.summary, paint) },
  { title: 'The end of the job', show: ({ runs, paint }) => logOf(runs.post, paint) },
  { title: 'A login to each of the other platforms', show: showPlatforms },
  { title: 'A login that fails: the client secret is wrong', show: showRefused },
  { title: 'A step that fails, and what its message suggests', isPictured: true, show: showCorrection },
];

/** What a reader of the workflow may ask. */
const COMMENTS: Readonly<Record<string, string>> = { plain_fields: ' # stay readable in the log' };

function showWorkflow({ runs: { inputs }, paint }: Demo): string[] {
  const given = Object.entries({ ...inputs, client_secret: '${{ secrets.CHARIOT_CLIENT_SECRET }}' });
  const key = (name: string) => `    ${paint('name', `${name}:`)}`;
  return [
    `- ${paint('name', 'uses:')} ./`,
    `  ${paint('name', 'id:')} chariot`,
    `  ${paint('name', 'with:')}`,
    ...given.flatMap(([name, value]) =>
      value.includes('\n')
        ? [`${key(name)} |`, ...indent(6, value.split('\n'))]
        : `${key(name)} ${value}${paint('quiet', COMMENTS[name] ?? '')}`,
    ),
  ];
}

function showLaterSteps({ runs: { main, dockerConfig }, paint, problems }: Demo): string[] {
  const { masker } = main.log;
  const names = [...main.variables.keys()];
  const width = Math.max(...names.map((name) => name.length));
  const rows = [...main.variables].map(
    ([name, value]) => `${paint('name', pad(name, width))}  ${shownValue(value, main, paint)}`,
  );
  const config = masker.mask(dockerConfig).replace(/\s+/g, '');
  const hidden = PRINTED.filter((line) => masker.mask(line) !== line);
  problems.push(...hidden.map((line) => `a mask hides a part of: ${line}`));
  return [
    ...rows,
    '',
    `${paint('name', '$DOCKER_CONFIG/config.json')}  ${config}`,
    ...PRINTED.map(masker.mask).flatMap((line) => wrap(line, WIDTH)),
  ];
}

/** The number of columns before and after the title of a section. */
const RULE_START = 3;

/** Draws the rule above a section, with its title. */
export function ruleOf(title: string, paint: Paint): string {
  const end = Math.max(0, WIDTH - RULE_START - 2 - widthOf(title));
  return `${paint('quiet', '─'.repeat(RULE_START))} ${paint('title', title)} ${paint('quiet', '─'.repeat(end))}`;
}

function showRefused({ runs: { refused }, paint }: Demo): string[] {
  const summary = drawn(refused.summary, paint);
  return [
    ...logOf(refused, paint),
    ...(summary.length === 0 ? [] : ['', paint('quiet', 'Its job summary:'), '', ...summary]),
  ];
}

function showCorrection({ runs: { misspelled, corrected }, paint }: Demo): string[] {
  const lines = (secrets: string, style: Style) => secrets.split('\n').map((line) => `  ${paint(style, line)}`);
  const { exitCode, variables, outputs } = misspelled.run;
  const result = `exit code ${exitCode}, variables: ${variables.size}, output error_code: ${outputs.get('error_code')}`;
  return [
    `${paint('name', 'secrets:')} |`,
    ...lines(misspelled.secrets, 'strong'),
    '',
    ...logOf(misspelled.run, paint),
    paint('quiet', `(${result})`),
    '',
    'The same step with the lines that the message suggests:',
    `${paint('name', 'secrets:')} |`,
    ...lines(corrected.secrets, 'good'),
    '',
    ...logOf(corrected.run, paint),
  ];
}
