import type { ChildProcess } from 'node:child_process';

/** Waits for what a step prints: `onStart` is the option of its run, and `printed` resolves once the text was printed. */
export function outputOf(text: string) {
  let printed = '';
  let found = () => {};
  return {
    printed: new Promise<void>((resolve) => {
      found = resolve;
    }),
    onStart(child: ChildProcess): void {
      child.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes(text)) found();
      });
    },
  };
}
