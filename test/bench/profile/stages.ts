/** The stages of a first build, and which function's time belongs to which. */

/** Of a function: its file as a path or `node:fs`, empty of what is in no file, and its name. */
export type Called = { file: string; name: string };

type Rule = { stage: string; file?: RegExp; name?: RegExp };

/** The first that fits decides; `file` and `name` both have to. */
const rules: readonly Rule[] = [
  { stage: 'garbage collection', name: /^\(garbage collector\)$/ },
  { stage: 'waiting', name: /^\(idle\)$/ },
  {
    stage: 'loading modules',
    file: /^node:internal\/(modules|deps\/cjs|source_map|bootstrap)|node_modules\/(tsx|esbuild)\//,
  },
  { stage: 'git', file: /^node:(internal\/)?child_process|\/src\/source\/git[^/]*$/ },
  {
    stage: 'bytes, write, rename',
    file: /\/src\/render\/(output|files|bytes)\.[tj]s$|\/src\/source\/(replace-file|make-folder)/,
  },
  { stage: 'settle', file: /\/src\/plan\/(settle|edition)\./ },
  { stage: 'asking', file: /\/src\/(plan|queries|routes)\// },
  { stage: 'hashing', file: /\/src\/catalog\/hash\./ },
  { stage: 'guard and policy', file: /\/layouts\/guard\.|\/src\/render\/page-policy\.|\/src\/content\/policy\// },
  { stage: 'feeds', file: /\/layouts\/feeds\// },
  { stage: 'Luxon', file: /\/node_modules\/luxon\// },
  { stage: 'Preact', file: /\/node_modules\/preact/ },
  { stage: 'layouts', file: /\/layouts\// },
  { stage: 'Markdown, rendering', file: /\/src\/(render\/bodies|content\/markdown\/body)\./ },
  { stage: 'Markdown, outline', file: /\/src\/content\/markdown\/outline\./ },
  { stage: 'YAML and zod', file: /\/node_modules\/(yaml|zod)\/|\/src\/content\/(yaml|front-matter)/ },
  { stage: 'intake', file: /\/src\/sync\/intake\./ },
  { stage: 'entries, route set, cross-check', file: /\/src\/sync\// },
  { stage: 'Eleventy', file: /\/node_modules\/@11ty\/|\/\.eleventy\./ },
];

/**
 * The stage of a function's own time. What is of no stage, such as SQLite, a parser or the model, works for whoever called
 * it: `caller` is the stage of that.
 */
export function stageOf({ file, name }: Called, caller: string): string {
  const rule = rules.find((each) => (each.file?.test(file) ?? true) && (each.name?.test(name) ?? true));
  return rule?.stage ?? caller;
}
