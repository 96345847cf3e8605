import { AppError } from '@luutru/platform';
import { withFields } from './required';

const missing = (body: { reason?: string; count?: number }): readonly string[] => {
  try {
    withFields(body, ['reason', 'count']);
    return [];
  } catch (error) {
    return error instanceof AppError ? error.issues.map(({ pointer, code }) => `${pointer} ${code}`) : ['?'];
  }
};

describe('fields that must be there', () => {
  it('are named, each, when they are missing or say nothing', () => {
    expect(missing({ reason: 'vì trùng', count: 0 })).toEqual([]);
    expect(missing({})).toEqual(['/reason field-required', '/count field-required']);
    expect(missing({ reason: '', count: 1 })).toEqual(['/reason field-required']);
    expect(missing({ reason: ' \n\t', count: 1 })).toEqual(['/reason field-required']);
  });
});
