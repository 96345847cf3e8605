import { type DeclarationInput, PLACE_FIELDS, STAY_KINDS } from '@luutru/declaration';
import type { Issue } from '@luutru/platform';
import type { FileRow } from './build-row';
import type { FileSource } from './file-source';
import { textOf, type TextEncoding } from './text-encoding';

const MAX_LINE = 64 * 1024;
const MAX_DEPTH = 8;

interface FieldShape {
  readonly type: 'text' | 'integer';
  readonly max: number;
  readonly oneOf?: readonly string[];
}
type Shape = { readonly [field: string]: FieldShape | Shape };

const text = (max: number, oneOf?: readonly string[]): FieldShape => ({ type: 'text', max, ...(oneOf && { oneOf }) });
const integer: FieldShape = { type: 'integer', max: 99 };

/** The fields of a declaration as the API takes them. */
const DECLARATION: Shape = {
  kind: text(20, STAY_KINDS),
  externalRef: text(64),
  arrivedAt: text(40),
  expectedDepartureAt: text(40),
  reason: integer,
  reasonText: text(200),
  note: text(500),
  person: {
    qr: text(2_000),
    mrz: text(500),
    fullName: text(150),
    birthDate: text(10),
    sex: text(1, ['M', 'F']),
    nationality: text(3),
    document: { type: integer, number: text(32), description: text(200) },
    phone: text(24),
    permitUntil: text(10),
    residence: { kind: integer, address: text(300), provinceCode: text(16), wardCode: text(16) },
  },
  place: Object.fromEntries(PLACE_FIELDS.map((field) => [field, text(150)])),
};

/** A declaration per line; a line that cannot be read is a fault of that row alone. */
export async function* jsonLines(source: FileSource, encoding: TextEncoding): AsyncGenerator<FileRow> {
  let line = 0;
  for await (const content of linesOf(source, encoding)) {
    line += 1;
    if (content !== null && content.trim() === '') continue;
    yield readLine(line, content);
  }
}

function readLine(row: number, line: string | null): FileRow {
  const refused = (code: string): FileRow => ({
    row,
    input: {},
    links: {},
    issues: [{ code, pointer: '', params: { max: MAX_LINE } }],
    warnings: [],
    texts: {},
  });
  if (line === null) return refused('line-too-long');
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return refused('line-not-json');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refused('line-not-json');
  const issues: Issue[] = [];
  const input = shaped(parsed as Record<string, unknown>, DECLARATION, '', issues, 0) as DeclarationInput;
  return { row, input, links: {}, issues, warnings: [], texts: {} };
}

const UNUSABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]|\p{Surrogate}/u;
const REFERENCE = /^[A-Za-z0-9._:/-]+$/;

/** Keeps what has the right shape and reports the rest, as the API does. */
function shaped(value: Record<string, unknown>, shape: Shape, path: string, issues: Issue[], depth: number): object {
  const kept: Record<string, unknown> = {};
  for (const [field, member] of Object.entries(value)) {
    const pointer = `${path}/${field.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const expected = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (member === null) continue;
    if (expected === undefined) issues.push({ code: 'field-unknown', pointer });
    else if (isField(expected)) {
      const fault = faultOf(member, expected, pointer);
      if (fault) issues.push(fault);
      else kept[field] = member;
    } else if (typeof member !== 'object' || Array.isArray(member) || depth > MAX_DEPTH) {
      issues.push({ code: 'type-wrong', pointer, params: { expected: 'object' } });
    } else kept[field] = shaped(member as Record<string, unknown>, expected, pointer, issues, depth + 1);
  }
  return kept;
}

const isField = (shape: FieldShape | Shape): shape is FieldShape => typeof shape.max === 'number';

function faultOf(value: unknown, { type, max, oneOf }: FieldShape, pointer: string): Issue | null {
  if (type === 'integer') {
    if (!Number.isInteger(value)) return { code: 'type-wrong', pointer, params: { expected: 'integer' } };
    const outside = (value as number) < 1 || (value as number) > max;
    return outside ? { code: 'number-out-of-range', pointer, params: { min: 1, max } } : null;
  }
  if (typeof value !== 'string') return { code: 'type-wrong', pointer, params: { expected: 'text' } };
  if (value.length > max) return { code: 'text-too-long', pointer, params: { max } };
  if (UNUSABLE.test(value)) return { code: 'text-unusable', pointer };
  if (pointer === '/externalRef' && !REFERENCE.test(value)) return { code: 'text-unusable', pointer };
  if (oneOf && !oneOf.includes(value))
    return { code: 'value-not-allowed', pointer, params: { allowed: oneOf.join(', ') } };
  return null;
}

/** Lines as texts; null for one that is longer than any declaration. */
async function* linesOf(source: FileSource, encoding: TextEncoding): AsyncGenerator<string | null> {
  let rest = '';
  let tooLong = false;
  for await (const chunk of textOf(source, encoding)) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield tooLong || line.length > MAX_LINE ? null : line;
      tooLong = false;
    }
    if (rest.length > MAX_LINE) [rest, tooLong] = ['', true];
  }
  if (tooLong) yield null;
  else if (rest !== '') yield rest;
}
