/** The questions of `broadsheet init`: what no flag has answered is asked on the terminal, and asked again while it is wrong. */
import { WrongUsage } from '../../errors.ts';
import type { Ask } from '../ask-on-terminal.ts';
import { faultsOf, type Paper, sectionOf } from './paper.ts';

export type Flags = {
  title?: string;
  url?: string;
  'time-zone'?: string;
  languages?: string;
  section?: string[];
};

type Question = {
  flag: keyof Flags;
  message: string;
  default?: string;
  read(written: string[]): Partial<Paper>;
};

const listed = (written: string[]) => written.flatMap((each) => each.split(',')).map((each) => each.trim());

function questionsIn(timeZone: string): Question[] {
  return [
    { flag: 'title', message: 'What is the newsroom called?', read: ([title = '']) => ({ title }) },
    { flag: 'url', message: 'At which address will it be? (https://…)', read: ([url = '']) => ({ url }) },
    {
      flag: 'time-zone',
      message: 'In which time zone are its stories dated?',
      default: timeZone,
      read: ([zone = '']) => ({ timeZone: zone }),
    },
    {
      flag: 'languages',
      message: 'In which languages does it write? (the codes of all of them, the main one first: pt,en)',
      default: 'en',
      read: (written) => ({ languages: listed(written) }),
    },
    {
      flag: 'section',
      message: 'Which sections does it have? (City, Culture; in other scripts with ids: city=Город)',
      read: (written) => ({ sections: listed(written).map(sectionOf) }),
    },
  ];
}

export type Setting = {
  /** Of this machine, offered as an answer. */
  timeZone: string;
  /** None without a terminal. */
  ask: Ask | undefined;
};

export async function askPaper(flags: Flags, { timeZone, ask }: Setting): Promise<Paper> {
  const questions = questionsIn(timeZone);
  const missing = questions.filter(({ flag }) => flags[flag] === undefined);
  if (!ask && missing.length > 0)
    throw new WrongUsage(
      `There is no terminal to ask at, and not everything was said. Add ${missing.map(({ flag }) => `--${flag}`).join(', ')}.`,
    );
  const parts: Partial<Paper>[] = [];
  for (const { flag, read, message, default: offered } of questions) {
    const given = flags[flag];
    if (given !== undefined) {
      const [fault] = faultsOf(read([given].flat()));
      if (fault) throw new WrongUsage(`--${flag}: ${fault}`);
    }
    const validate = (answer: string) => faultsOf(read([answer]))[0] ?? true;
    parts.push(
      read(given === undefined ? [(await ask?.({ message, default: offered, validate })) ?? ''] : [given].flat()),
    );
  }
  const paper = Object.assign({}, ...parts) as Paper;
  const [fault] = faultsOf(paper);
  if (fault) throw new WrongUsage(fault);
  return paper;
}
