'use strict';

const { availableParallelism } = require('node:os');

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '\\.ts$': ['@swc/jest', require('./test/support/swc-options.cjs')],
    '\\.m?js$': '<rootDir>/test/support/esm-transformer.cjs',
  },
  transformIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata'],
};

const project = (displayName, testMatch, extra = {}) => ({ ...base, displayName, testMatch, ...extra });

// The services (PostgreSQL, Redis) are started once by the projects that need them; unit tests need nothing.
const services = {
  globalSetup: '<rootDir>/test/support/services.setup.ts',
  globalTeardown: '<rootDir>/test/support/services.teardown.ts',
};

// Unit tests that take seconds: whole workbooks and documents written and read back, attacks, lists of thousands. They run with
// all tests, and are left out of the inner loop.
const THOROUGH = [
  'libs/declaration-file/src/*.spec.ts',
  'libs/receipt/src/pdf/*.spec.ts',
  'libs/reference-data/src/domain/address-resolver.spec.ts',
  'libs/screening/src/domain/screening-index.spec.ts',
  'libs/statistics/src/*.spec.ts',
  'libs/statistics/src/domain/disclosure/*.spec.ts',
  '**/*.property.spec.ts',
];

const unitTests = ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts'];

module.exports = {
  projects: [
    project('unit', [...unitTests, ...THOROUGH.map((glob) => `!**/${glob}`)]),
    project(
      'thorough',
      THOROUGH.map((glob) => `<rootDir>/${glob}`),
    ),
    project('architecture', ['<rootDir>/test/architecture/**/*.spec.ts'], services),
    project('medium', ['<rootDir>/test/medium/**/*.spec.ts'], services),
    project('http', ['<rootDir>/test/http/**/*.spec.ts'], services),
    project('chaos', ['<rootDir>/test/chaos/**/*.spec.ts'], services),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], services),
    project('web', ['<rootDir>/test/web/**/*.spec.ts'], services),
  ],
  testTimeout: 60_000,
  // Much of the time is waiting for databases and browsers: two at least, also on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // What a test file loads stays in its process: one process for all of them runs out of memory.
  workerIdleMemoryLimit: '1GB',
};
