import { Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { AppError, type Issue, type SafeParams } from '@luutru/platform';

type Class<T extends object> = new () => T;

/** Enough to mend any honest request; a hostile one is not answered with megabytes. */
const MAX_ISSUES = 100;

/** A body held against the shape of its request class. */
export interface Shaped<T> {
  /** The body as it was sent. */
  readonly raw: unknown;
  /** The fields that have the right shape; the others are left out. */
  readonly value: T;
  readonly issues: readonly Issue[];
}

/**
 * Checks types, lengths and unknown fields, and hands on what is sound together with the faults, so that the rules can
 * report theirs in the same answer. A body that is no object at all is refused here.
 */
@Injectable()
export class ShapePipe<T extends object> implements PipeTransform<unknown, Shaped<T>> {
  constructor(private readonly type: Class<T>) {}

  transform(raw: unknown): Shaped<T> {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      throw new AppError('validation-failed', 'invalid', {}, [
        { code: 'type-wrong', pointer: '', params: { expected: 'object' } },
      ]);
    }
    const issues: Issue[] = [];
    const value = plainToInstance(this.type, cleaned(raw, '', issues));
    collect(
      validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false }),
      value,
      '',
      issues,
    );
    return { raw, value, issues: issues.slice(0, MAX_ISSUES) };
  }
}

/** As {@link ShapePipe}, for query strings: any fault refuses the request. */
@Injectable()
export class StrictShapePipe<T extends object> implements PipeTransform<unknown, T> {
  private readonly pipe: ShapePipe<T>;

  constructor(type: Class<T>) {
    this.pipe = new ShapePipe(type);
  }

  transform(raw: unknown): T {
    const { value, issues } = this.pipe.transform(raw);
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    return value;
  }
}

/**
 * In a request null means the same as absent. Names that every object has, such as `toString`, are nobody's fields and would
 * trip whoever handles the object; they are reported and left out.
 */
function cleaned(value: unknown, path: string, issues: Issue[]): unknown {
  if (Array.isArray(value)) return value.map((member, at) => cleaned(member, `${path}/${at}`, issues));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([key, member]) => {
    const inherited = key in Object.prototype;
    if (inherited) issues.push({ code: 'field-unknown', pointer: `${path}/${key}` });
    return !inherited && member !== null;
  });
  return Object.fromEntries(
    members.map(([key, member]) => [key, cleaned(member, `${path}/${pointerPart(key)}`, issues)]),
  );
}

/** A name as part of a JSON pointer (RFC 6901), cut to what an answer can bear. */
const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 64);

function collect(errors: readonly ValidationError[], target: object, path: string, issues: Issue[]): void {
  for (const error of errors) {
    const pointer = `${path}/${pointerPart(error.property)}`;
    const [constraint] = Object.keys(error.constraints ?? {}).sort(byWeight);
    if (constraint !== undefined) {
      const params = error.contexts?.[constraint] as SafeParams | undefined;
      issues.push({ code: CODES[constraint] ?? 'value-not-allowed', pointer, ...(params && { params }) });
      delete (target as Record<string, unknown>)[error.property];
    } else {
      collect(error.children ?? [], error.value as object, pointer, issues);
    }
  }
}

const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'field-unknown',
  isString: 'type-wrong',
  isInt: 'type-wrong',
  isNumber: 'type-wrong',
  isObject: 'type-wrong',
  isArray: 'type-wrong',
  isBoolean: 'type-wrong',
  arrayMaxSize: 'list-too-long',
  arrayUnique: 'listed-twice',
  nestedValidation: 'type-wrong',
  wellFormed: 'text-unusable',
  maxLength: 'text-too-long',
  min: 'number-out-of-range',
  max: 'number-out-of-range',
  isUuid: 'id-malformed',
  isIn: 'value-not-allowed',
  isCalendarDate: 'date-malformed',
  matches: 'text-unusable',
};

const ORDER = Object.keys(CODES);
const byWeight = (a: string, b: string): number => ORDER.indexOf(a) - ORDER.indexOf(b);
