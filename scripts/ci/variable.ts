/** Reads a variable of the job. @throws Error if it is not set */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`The variable ${name} is not set`);
  return value;
}
