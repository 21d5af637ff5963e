/** Progress goes to the error stream, so that the output holds figures alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
