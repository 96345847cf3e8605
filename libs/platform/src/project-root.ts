import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project's package.json, found upwards from here: the same from sources and from the build. */
export function projectRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'luutru') {
      return folder;
    }
    if (folder === dirname(folder)) throw new Error('The folder of the luutru package.json was not found');
  }
}
