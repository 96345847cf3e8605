import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What is not for the shell: loaded when it is first needed, and kept from then on. */
const ON_DEMAND = /\.(wasm|map)$|zxing|echarts|maplibre/;

/**
 * Tells the service worker which files make up the shell, and gives it other bytes whenever they change, by which browsers
 * know of a new version.
 */
export function precacheList(base: string): Plugin {
  return {
    name: 'luutru-precache-list',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('The bundle has no sw.js');
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !ON_DEMAND.test(name));
      const hash = createHash('sha256').update(files.sort().join('\n'));
      const page = bundle['index.html'];
      if (page?.type === 'asset') hash.update(page.source);
      worker.code = worker.code
        .replace('__SHELL_FILES__', JSON.stringify(files.map((name) => base + name)))
        .replace('__SHELL_VERSION__', JSON.stringify(hash.digest('hex').slice(0, 16)));
    },
  };
}
