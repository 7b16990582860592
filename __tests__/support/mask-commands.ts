/** Returns the text that a command masks, as the toolkit and nektos/act escape it; both forms of the command. */
export function textOfMask(command: string): string {
  const [, data = ''] = /^(?:::add-mask::|##\[add-mask\])(.*)\n$/s.exec(command) ?? [];
  const signs: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' };
  return data.replace(/%(?:0D|0A|5D|25)/g, (escaped) => signs[escaped] ?? escaped);
}
