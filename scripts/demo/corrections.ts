// Does what an error about `secrets` suggests.

/** A wrong text, its line, and the suggestion: the nearest name, or one or more lines in backticks. */
const SUGGESTION = /"([^"]+)" in line (\d+) \((?:did you mean "([^"]+)"[^)]*|write ([^`)]*`[^)]+))\)/g;

/** Writes the lines of `secrets` again as an error message suggests, and leaves the other lines as they are. */
export function correctSecrets(secrets: string, message: string): string {
  const lines = secrets.split('\n');
  for (const [, wrong = '', number, name, written = ''] of message.matchAll(SUGGESTION)) {
    const index = Number(number) - 1;
    const whole = Array.from(written.matchAll(/`([^`]+)`/g), ([, line]) => line);
    lines[index] = name === undefined ? whole.join('\n') : (lines[index] ?? '').replace(wrong, () => name);
  }
  return lines.join('\n');
}
