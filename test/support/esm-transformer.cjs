'use strict';
// Jest evaluates modules itself and cannot require() ES modules on Node 20, while NestJS 12 ships nothing else:
// ES modules of dependencies are turned into CommonJS here, everything else passes through untouched.
const { createHash } = require('node:crypto');
const swc = require('@swc/core');

const ESM_SYNTAX =
  /^\s*(?:import\s*(?:[\w*{"'$]|\()|export\s+(?:[*{]|default|const|let|var|function|async|class))|\bimport\.meta\b/m;

module.exports = {
  getCacheKey(source, path) {
    return createHash('sha1').update('esm-2').update(path).update('\0').update(source).digest('hex');
  },
  process(source, path) {
    if (path.endsWith('.cjs') || path.endsWith('.json') || !ESM_SYNTAX.test(source)) return { code: source };
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
