'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// The build's own options, so that tests run what is shipped. Path aliases are resolved while transforming, because Jest
// does not map module names for its global set-up.
const root = join(__dirname, '../..');
const { $schema: _schema, exclude: _exclude, ...options } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
options.jsc.baseUrl = root;
module.exports = { ...options, swcrc: false };
