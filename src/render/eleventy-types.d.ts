/** The part of Eleventy 3 that is used here; the package has no types. */
declare module '@11ty/eleventy' {
  type Options = {
    quietMode: boolean;
    configPath: string;
    config(config: { addGlobalData(name: string, value: unknown): void }): void;
  };
  export class Eleventy {
    constructor(input: string | undefined, output: string | undefined, options: Options);
    toJSON(): Promise<{ url: string; content: string }[]>;
  }
}

/** Makes Node read TSX from then on. */
declare module 'tsx/esm' {}
