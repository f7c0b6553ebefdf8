/** The script of the search page as one file for browsers, with one stemmer of the many that come in a file together. */
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** `stemmer`: as `src/content/search/stemmer.ts` calls it; any other name is of none. */
export async function bundleSearchScript(root: string, stemmer: string): Promise<string> {
  const bundle = await rolldown({
    cwd: root,
    input: join(root, 'layouts/search/main.ts'),
    platform: 'browser',
    tsconfig: false,
    plugins: [oneStemmer(stemmer)],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
  await bundle.close();
  return output[0].code;
}

const declared = /^ {4}var (\w+)Stemmer = function \(_SnowballStemmer\d*\) \{\n.*?^ {4}\}\(SnowballStemmer\);\n/gms;

function oneStemmer(wanted: string): Plugin {
  return {
    name: 'one stemmer',
    transform(code, id) {
      if (!id.includes('/node_modules/snowball-stemmers/')) return undefined;
      const names = [...code.matchAll(declared)].map(([, name = '']) => name);
      if (!names.includes('english')) throw new Error(`${id} does not declare its stemmers as it did`);
      const others = names.filter((name) => name !== wanted);
      const left = code.replace(declared, (whole, name) => (name === wanted ? whole : ''));
      return {
        code: others.reduce(
          (text, name) =>
            text.replace(` ${name}: ${name}Stemmer,`, '').replace(`\n            ${name}: ${name}Stemmer`, ''),
          left,
        ),
      };
    },
  };
}
