import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCalendarDate } from '@luutru/calendar';

interface About {
  readonly description: string;
  readonly example?: unknown;
  /** Only for the documentation: that it is missing is reported by the rules, together with everything else. */
  readonly required?: boolean;
}

const documented = ({ required = false, ...about }: About, extra: object = {}): PropertyDecorator =>
  required ? ApiProperty({ ...about, ...extra }) : ApiPropertyOptional({ ...about, ...extra });

/** No control characters but line breaks and tabs, no half of a surrogate pair, no NUL, nothing that was not UTF-8 on the way. */
const WellFormed = (): PropertyDecorator =>
  ValidateBy({
    name: 'wellFormed',
    validator: {
      validate: (value: unknown) =>
        typeof value !== 'string' || !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]|\p{Surrogate}/u.test(value),
    },
  });

/** A text of at most `max` UTF-16 units. */
export const TextField = (about: About & { max: number }): PropertyDecorator => {
  const { max, ...rest } = about;
  return applyDecorators(
    documented(rest, { type: String, maxLength: max }),
    IsOptional(),
    IsString({ context: { expected: 'text' } }),
    MaxLength(max, { context: { max } }),
    WellFormed(),
  );
};

/** A whole number, such as a code of a table. */
export const NumberField = (about: About & { min: number; max: number }): PropertyDecorator => {
  const { min, max, ...rest } = about;
  return applyDecorators(
    documented(rest, { type: 'integer', minimum: min, maximum: max }),
    IsOptional(),
    IsInt({ context: { expected: 'integer' } }),
    Min(min, { context: { min, max } }),
    Max(max, { context: { min, max } }),
  );
};

/** True or false. */
export const FlagField = (about: About): PropertyDecorator =>
  applyDecorators(
    documented(about, { type: Boolean }),
    IsOptional(),
    IsBoolean({ context: { expected: 'true or false' } }),
  );

/** A whole number in a query string. */
export const NumberQuery = (about: About & { min: number; max: number }): PropertyDecorator =>
  applyDecorators(
    NumberField(about),
    Type(() => Number),
  );

/** One of a few fixed words. */
export const ChoiceField = (about: About & { choices: readonly string[] }): PropertyDecorator => {
  const { choices, ...rest } = about;
  return applyDecorators(
    documented(rest, { enum: [...choices] }),
    IsOptional(),
    IsIn([...choices], { context: { allowed: choices.join(', ') } }),
  );
};

export const UuidField = (about: About): PropertyDecorator =>
  applyDecorators(documented(about, { type: String, format: 'uuid' }), IsOptional(), IsUUID('all'));

/** A calendar day `YYYY-MM-DD`. */
export const DayField = (about: About): PropertyDecorator =>
  applyDecorators(
    documented(about, { type: String, format: 'date' }),
    IsOptional(),
    ValidateBy({
      name: 'isCalendarDate',
      validator: { validate: (value: unknown) => typeof value === 'string' && isCalendarDate(value) },
    }),
  );

/** A client's own reference: letters, digits and a few signs, so that it can stand in a URL. */
export const ReferenceField = (about: About): PropertyDecorator =>
  applyDecorators(
    documented(about, { type: String, maxLength: 64, pattern: '^[A-Za-z0-9._:/-]+$' }),
    IsOptional(),
    IsString({ context: { expected: 'text' } }),
    MaxLength(64, { context: { max: 64 } }),
    Matches(/^[A-Za-z0-9._:/-]+$/),
  );

/** Some of a few fixed words, each once. */
export const ChoiceListField = (about: About & { choices: readonly string[] }): PropertyDecorator => {
  const { choices, ...rest } = about;
  return applyDecorators(
    documented(rest, { isArray: true, enum: [...choices] }),
    IsOptional(),
    IsArray({ context: { expected: 'list' } }),
    ArrayMaxSize(choices.length, { context: { max: choices.length } }),
    ArrayUnique(),
    IsIn([...choices], { each: true, context: { allowed: choices.join(', ') } }),
  );
};

/** A list of short texts. */
export const TextListField = (about: About & { max: number; maxItems: number }): PropertyDecorator => {
  const { max, maxItems, ...rest } = about;
  return applyDecorators(
    documented(rest, { type: [String], maxItems }),
    IsOptional(),
    IsArray({ context: { expected: 'list' } }),
    ArrayMaxSize(maxItems, { context: { max: maxItems } }),
    IsString({ each: true, context: { expected: 'text' } }),
    MaxLength(max, { each: true, context: { max } }),
  );
};

/** A list of objects of a class. */
export const ObjectListField = (
  about: About & { maxItems: number },
  type: () => new () => object,
): PropertyDecorator => {
  const { maxItems, ...rest } = about;
  return applyDecorators(
    documented(rest, { type: () => type(), isArray: true, maxItems }),
    IsOptional(),
    IsArray({ context: { expected: 'list' } }),
    ArrayMaxSize(maxItems, { context: { max: maxItems } }),
    ValidateNested({ each: true }),
    Type(type),
  );
};

/** An object of its own class. */
export const ObjectField = (about: About, type: () => new () => object): PropertyDecorator =>
  applyDecorators(
    documented(about, { type: () => type() }),
    IsOptional(),
    IsObject({ context: { expected: 'object' } }),
    ValidateNested(),
    Type(type),
  );
