/** What is wrong with lines of YAML, and what they should be. */
export type YamlFault = {
  code: string;
  what: string;
  fix: string;
  offset: number;
  /** The line as it should be, with a sentence that says so; by number and column from 0. */
  mend?(lines: readonly string[], number: number, column: number): MendedLine | undefined;
};

/** `number` where it is another line; `more`: those below it, as they should be; `isGuess`: only so that the others can be read. */
export type MendedLine = { fix: string; text: string; number?: number; more?: string[]; isGuess?: boolean };
