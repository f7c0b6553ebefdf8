/** The part of eleventy-img 7 that is used here; the package has no types. */
declare module '@11ty/eleventy-img' {
  import type { Sharp } from 'sharp';

  type Options = {
    widths: number[];
    formats: string[];
    formatFiltering: string[];
    fixOrientation: boolean;
    sharpOptions: { failOn: 'truncated' };
    dryRun: true;
    useCache: false;
    transform(picture: Sharp, target: { format: string }): void;
  };
  type Made = { width: number; height: number; buffer: Buffer };
  export default function makeImages(bytes: Buffer, options: Options & object): Promise<Record<string, Made[]>>;
}
