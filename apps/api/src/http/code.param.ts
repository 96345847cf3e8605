import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '@luutru/platform';

const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** A code in a path: of a facility, a vendor, a key, an application. What cannot be one names nothing: 404. */
@Injectable()
export class CodeParam implements PipeTransform<string, string> {
  transform(text: string): string {
    if (!CODE.test(text)) throw new AppError('not-found', 'not-found');
    return text;
  }
}
