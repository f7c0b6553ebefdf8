/** Questions to whoever sits at the terminal; a pipe is asked nothing. */
import { WrongUsage } from '../errors.ts';

/** Asks one question until `validate` answers true; rejects if nobody answers. */
export type Ask = (question: {
  message: string;
  default?: string;
  validate(answer: string): true | string;
}) => Promise<string>;

/** None without a terminal. */
export function askHere(): Ask | undefined {
  return process.stdin.isTTY && process.stdout.isTTY ? askOnTerminal : undefined;
}

const askOnTerminal: Ask = async (question) => {
  const { default: input } = await import('@inquirer/input');
  return input(question).catch((error: Error) => {
    if (error.name !== 'ExitPromptError') throw error;
    throw new WrongUsage('Not everything was answered, so nothing was made.');
  });
};
