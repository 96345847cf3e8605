import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingCatalogue } from '@luutru/identity-document';
import { declarationIssues } from './issue.catalogue';

/** Defined where all request shapes are: every channel may report a missing field. */
const SHARED = ['field-required'];

describe('the issues of declarations', () => {
  it('have a text for every code the rules can report', () => {
    const folder = join(__dirname, 'domain');
    const source = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const reported = [...source.matchAll(/(?:fault|doubt)\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code);
    expect(reported.length).toBeGreaterThan(25);
    const known = new Set([...declarationIssues, ...findingCatalogue].map(({ code }) => code).concat(SHARED));
    expect([...reported, 'moment-malformed', 'moment-not-in-calendar'].filter((code) => !known.has(code))).toEqual([]);
  });

  it('are said once, in both languages, with a way to mend them', () => {
    expect(new Set(declarationIssues.map(({ code }) => code)).size).toBe(declarationIssues.length);
    for (const { message, fix } of declarationIssues) {
      for (const text of [message, fix]) {
        expect(Math.min(text.vi.length, text.en.length)).toBeGreaterThan(3);
        expect(text.vi).not.toBe(text.en);
      }
    }
  });
});
