'use strict';
// Jest evaluates modules itself and cannot require() ES modules on Node 20, while NestJS 12 ships nothing else:
// ES modules of dependencies, and imports at run time, are turned into CommonJS here, everything else passes through untouched.
const { createHash } = require('node:crypto');
const swc = require('@swc/core');

const ESM_SYNTAX =
  /^\s*(?:import\s*(?:[\w*{"'$]|\()|export\s+(?:[*{]|default|const|let|var|function|async|class))|\bimport\.meta\b/m;
/** `import('name')` in CommonJS. */
const RUN_TIME_IMPORT = /\bimport\s*\(\s*('[^']*'|"[^"]*")\s*\)/g;

module.exports = {
  getCacheKey(source, path) {
    return createHash('sha1').update('esm-4').update(path).update('\0').update(source).digest('hex');
  },
  process(source, path) {
    if (path.endsWith('.cjs') || path.endsWith('.json')) return { code: source };
    if (!ESM_SYNTAX.test(source)) return { code: source.replace(RUN_TIME_IMPORT, 'Promise.resolve(require($1))') };
    const { code } = swc.transformSync(source, {
      filename: path,
      swcrc: false,
      isModule: 'unknown',
      module: { type: 'commonjs' },
      jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
      sourceMaps: false,
    });
    return { code };
  },
};
