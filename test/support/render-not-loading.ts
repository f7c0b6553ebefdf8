/** In place of Eleventy, as it fails where a layout of the newsroom's own cannot be loaded: with what happened inside, and what no thread can send. */
import type { PageRenderer } from '../../src/render/eleventy.ts';

export const render: PageRenderer = async () => {
  const originalError = new Error("The requested module './lead.tsx' does not provide an export named 'Lead'");
  throw Object.assign(new Error('Error in your Eleventy config file'), { originalError, log() {} });
};
