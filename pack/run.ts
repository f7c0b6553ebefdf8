/** `npm run pack`: the package that newsrooms install, `.cache/package/broadsheet-….tgz`. */
import { join, relative, resolve } from 'node:path';
import { makePackage, packFolder } from './make-package.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, '.cache/package');
await makePackage(root, folder);
console.log(`Packed: ${relative(root, packFolder(folder))}. In a newsroom’s folder: npm install FILE`);
