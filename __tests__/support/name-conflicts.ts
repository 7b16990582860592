/** Returns the message about a name that two results would use. */
export function alreadyUsed(line: string, name: string, by: string): string {
  return `\`secrets\`, ${line}: the ${name} is already used by ${by}.`;
}
