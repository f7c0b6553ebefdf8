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

declare module '@11ty/eleventy-dev-server' {
  import type { Server } from 'node:http';
  export default class EleventyDevServer {
    constructor(name: string, folder: string, options: { port: number; messageOnStart(): false });
    readonly server: Server;
    _serverListen(port: number): void;
    serve(port: number): void;
    ready(): Promise<void>;
    getServerUrl(host: string): string;
    reload(): void;
  }
}
