import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'docs/',
      'libs/reference-data/data/',
      '.luutru/',
      'artifacts/',
      'sdk/typescript/src/{api,operations}.ts',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.{ts,tsx,mts}'] })),
  {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // Interfaces of the platform are async even where one implementation needs not wait.
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only (STYLE: files are found by their names)' },
        {
          selector:
            'CallExpression[callee.object.name=/^(it|describe|test)$/][callee.property.name=/^(skip|only|todo)$/]',
          message: 'A test that does not run proves nothing',
        },
      ],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: { 'max-lines': ['warn', 500], '@typescript-eslint/unbound-method': 'off' },
  },
  { files: ['sdk/*/example.ts'], rules: { 'no-console': 'off' } },
  // Vite takes its configuration from a default export; the preset of Mantine has no types.
  {
    files: ['apps/web/vite.config.mts'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/no-unsafe-call': 'off' },
  },
  // Jest takes its global set-up from a default export.
  { files: ['test/support/services.*.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
