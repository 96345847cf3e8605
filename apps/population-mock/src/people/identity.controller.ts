import { Controller, HttpCode, Post } from '@nestjs/common';
import { JsonBody } from '../http/json-body';
import { CallKey, Operations, replayed, type RequestKey } from '../http/operation';
import { comparePerson, type Outcome } from './compare-person';
import { documentKeyOf, readIdentityQuestion } from './identity-question';
import { PeopleRepository } from './people.repository';

@Controller('v1/identities')
@Operations()
export class IdentityController {
  constructor(private readonly people: PeopleRepository) {}

  @Post('verify')
  @HttpCode(200)
  async verify(@JsonBody() body: unknown, @CallKey() key: RequestKey): Promise<Outcome> {
    const question = readIdentityQuestion(body);
    const held = await this.people.find(key, documentKeyOf(question));
    if (held === 'replayed') throw replayed();
    return comparePerson(question, held);
  }
}
