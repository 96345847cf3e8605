import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '@luutru/platform';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id in a path. What is no id names nothing: 404, as for an id that is not there. */
@Injectable()
export class IdParam implements PipeTransform<string, string> {
  transform(text: string): string {
    const id = text.toLowerCase();
    if (!UUID.test(id)) throw new AppError('not-found', 'not-found');
    return id;
  }
}
