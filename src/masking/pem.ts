/** Blocks that anyone may read, with titles as in the CA bundle of curl. A block ends at the next dashes. */
const PUBLIC_BLOCK =
  /(?:^([^:=\r\n]*)\r?\n(=+)\r?\n)?-----BEGIN ((?:TRUSTED |X509 )?CERTIFICATE|(?:RSA )?PUBLIC KEY|X509 CRL)-----[A-Za-z0-9+/=\s]+-----END \3-----/gm;

/** What is between the first and the last line of a block, also of an encrypted one with headers. */
const BODY = /-----BEGIN [^-\r\n]+-----((?:(?!-----).)+)-----END/gs;

/** The name of a pair that could contain a secret. */
export const SECRET_NAME = /pass|pwd|token|secret|key(?:s|(?![a-z]))/i;

/**
 * Tells whether a text consists only of public PEM blocks (certificates, public keys, revocation lists), blank lines and
 * comments. It is not a secret, and masks on its lines would hide every certificate of later steps.
 *
 * A comment such as `# password: x` makes the text a secret.
 */
export function isPublicPem(text: string): boolean {
  // An underlined title is as long as its line; anything else above a block could be a secret.
  const rest = text.replace(PUBLIC_BLOCK, (block, title = '', line = '') =>
    title.length === line.length ? '' : block,
  );
  const isHarmless = (line: string) =>
    /^\s*(?:#.*)?$/.test(line) && !SECRET_NAME.test(line.slice(0, line.search(/[:=]/) + 1));
  return rest !== text && rest.split(/[\r\n]/).every(isHarmless);
}

/**
 * Lists the runs without blanks in the PEM blocks of a text, which can have blanks or `\n` in place of its newlines.
 *
 * A program that repairs such a block prints each run in its own line, or folds it at 64 characters.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7468#section-2
 */
export function pemRuns(text: string): string[] {
  return [...text.matchAll(BODY)]
    .flatMap(([, body = '']) => body.split(/\s|\\r|\\n/))
    .flatMap((run) => [run, ...(run.match(/.{1,64}/g) ?? [])]);
}
