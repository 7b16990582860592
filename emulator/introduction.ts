/** What somebody at a terminal needs to use an emulated platform. */
export interface Introduction {
  readonly title: string;
  readonly url: string;
  /** Rows of a table: what it is, its value, and what it is good for. */
  readonly facts: readonly (readonly [what: string, value: string, use?: string])[];
  readonly recipes: readonly Recipe[];
  /** Lines for a shell that send the requests of the first recipe with curl. */
  readonly curl: readonly string[];
}

/** One way to log in with the action. */
export interface Recipe {
  readonly title: string;
  /** By the names in action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables that the runner sets in a job that may request ID tokens. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Explains how to use an emulated platform with the action in the folder `dist`. */
export function introduce({ title, url, facts, recipes, curl }: Introduction, dist: string): string {
  return [
    `The emulator of ${title} runs at ${url}`,
    '',
    ...table(facts),
    '',
    'To run the action as a runner does, paste a block into another shell. The block also runs the post step.',
    '',
    'For each secret, the action prints `::add-mask::` lines: the value and its encoded forms. They are commands to the runner,',
    'which then hides these texts in the log. The runner never shows such lines, so the block removes them. It also removes the',
    'lines for debugging. It shows only the names of variables and outputs.',
    'Warning: If you run the action by hand without this filter, its secrets appear in your terminal. Against a real server,',
    'these are real secrets. The files of the block contain them, so remove the files afterwards as its last line says.',
    '',
    ...recipes.flatMap((recipe) => [`${recipe.title}:`, '', ...block(recipe, dist), '']),
    'To send the same requests with curl, paste this:',
    '',
    ...curl.map((line) => `  ${line}`),
    '',
    'Press Ctrl+C to stop the emulator. Each request is listed below.',
    '',
  ].join('\n');
}

/** Returns a shell line that sets a variable to a member of the JSON text in the shell variable `answer`. */
export function readMember(variable: string, member: string): string {
  return `${variable}=$(printf '%s' "$answer" | sed 's/.*"${member}":"\\([^"]*\\)".*/\\1/')`;
}

/** A shell line that shows that there is a token, but not the token. */
export const TOKEN_LENGTH = 'echo "The token has ${#token} characters."';

/** Returns a shell word for a text. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function table(rows: Introduction['facts']): string[] {
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length)) + 2;
  return rows.map(([what, value, use = '']) => `${what.padEnd(width(0))}${value.padEnd(width(1))}${use}`.trimEnd());
}

/** Makes a subshell that does the runner's part, so that no variable stays in the user's shell. Any POSIX shell can run it. */
function block({ inputs, variables = {} }: Recipe, dist: string): string[] {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const);
  return [
    '(',
    '  job=$(mktemp -d)',
    '  export RUNNER_TEMP="$job/temp" GITHUB_STATE="$job/state" GITHUB_STEP_SUMMARY="$job/summary.html"',
    '  export GITHUB_ENV="$job/env" GITHUB_OUTPUT="$job/output"',
    '  mkdir "$RUNNER_TEMP"',
    '  touch "$GITHUB_STATE" "$GITHUB_STEP_SUMMARY" "$GITHUB_ENV" "$GITHUB_OUTPUT"',
    ...[...given, ...Object.entries(variables)].map(([name, value]) => `  export ${name}=${quoted(value)}`),
    `  ${filtered(`${dist}/index.js`, 'action')}`,
    `  echo "Names in GITHUB_ENV: ${namesIn('$GITHUB_ENV')}"`,
    `  echo "Names in GITHUB_OUTPUT: ${namesIn('$GITHUB_OUTPUT')}"`,
    '  # The runner passes the state of the action to its post step. The last state is the line before the last.',
    '  export STATE_undo="$(tail -n 2 "$GITHUB_STATE" | head -n 1)"',
    `  ${filtered(`${dist}/post.js`, 'post step')}`,
    '  echo "Job summary, for a browser: $GITHUB_STEP_SUMMARY"',
    '  echo "To remove all files: rm -r $job"',
    ')',
  ].map((line) => `  ${line}`);
}

// The exit code is part of the text: a pipe has that of its last command, and not every shell has `pipefail`.
function filtered(script: string, name: string): string {
  return `{ node ${quoted(script)}; echo "Exit code of the ${name}: $?"; } | sed '/^::add-mask::/d; /^::debug::/d'`;
}

// The toolkit writes `NAME<<ghadelimiter_UUID`, the value, and the delimiter again.
function namesIn(file: string): string {
  return `$(sed -n 's/<<ghadelimiter_.*//p' "${file}" | tr '\\n' ' ')`;
}
