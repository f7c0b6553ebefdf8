/** The errors that commands tell apart; any other is a bug of Broadsheet. Each says the whole of what a person is told. */

/** The command line asked for something that there is not: exit code 2, as of the next two. */
export class WrongUsage extends Error {}

/** What was named on the command line is not there to be read. */
export class MissingSource extends Error {}

/** The folder given with --out cannot be written to as asked. */
export class RefusedOutput extends Error {}

/** git, the disk or the database failed in a way that is nobody's content: exit code 3, as of the next two. */
export class MachineryError extends Error {}

/** The disk, the rights on it or the memory: whoever is told of it adds what is safe. */
export class SystemError extends MachineryError {}

/** A file was edited between being listed and being read: the build is to be run again. */
export class SourceChanged extends Error {
  constructor(path: string) {
    super(`${path} changed while it was being built. Nothing was published from it; build once more.`);
  }
}

/** The target does not take it now, and nothing is broken: exit code 1, as of the next. */
export class NotSent extends Error {}

/** Something other than Problems kept a commit from being built or checked: the cause. */
export class NotBuilt extends Error {}

/** Somebody else is publishing there. */
export class TargetBusy extends NotSent {}
