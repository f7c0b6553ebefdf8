/** The process that answers for the pages of fronts: begun when somebody looks at one, and again where its code has changed. */
import { type ChildProcess, fork } from 'node:child_process';
import { engineEnvironment, engineFile } from '../../engine-files.ts';
import type { FrontAnswer, FrontTask } from './front-process.ts';

export class FrontAnswers {
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** One after the other. Throws, with what the process said, where it has no answer. */
  ask(task: FrontTask): Promise<string> {
    const answer = this.#last.then(() => this.#askNow(task));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** To be called when code has changed. What is asked at the moment is answered still. */
  renew(): void {
    this.#last = this.#last.then(() => {
      this.#child?.disconnect();
      this.#child = undefined;
    });
  }

  #askNow(task: FrontTask): Promise<string> {
    const child = this.#running();
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    let said = '';
    const listen = (text: string) => (said += text);
    const lose = () => {
      this.#child = undefined;
      reject(new Error(said.trim() || 'The process that makes this page was ended.'));
    };
    child.stderr?.on('data', listen);
    child.once('message', (answer: FrontAnswer) => {
      if (answer.answer === undefined) reject(new Error(answer.failure));
      else resolve(answer.answer);
    });
    child.once('error', lose).once('close', lose);
    child.send(task);
    return promise.finally(() => {
      child.stderr?.off('data', listen);
      child.removeAllListeners().on('error', () => {}); // of one that goes: the next gets another
    });
  }

  #running(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const stdio = ['ignore', 'ignore', 'pipe', 'ipc'] as const;
    this.#child = fork(engineFile('src/commands/fronts/front-process.ts'), {
      env: engineEnvironment(),
      stdio: [...stdio],
    });
    this.#child.stderr?.setEncoding('utf8').resume();
    return this.#child;
  }
}
