'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// Jest maps @luutru/* itself, so the build's options are taken without their path aliases.
const { $schema: _schema, exclude: _exclude, ...options } = JSON.parse(readFileSync(join(__dirname, '../../.swcrc'), 'utf8'));
delete options.jsc.baseUrl;
delete options.jsc.paths;
module.exports = { ...options, swcrc: false };
