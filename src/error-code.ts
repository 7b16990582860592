/** The code that Node gives an error, of the first one where it is of several (AggregateError); `no code` without. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return 'no code';
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : 'no code';
}
