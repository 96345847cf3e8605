import { errors, type InteractionResults, type Provider } from 'oidc-provider';
import { readBody } from '../http/body';
import type { Context, Middleware } from '../http/middleware';
import { sameSecret } from '../http/same-secret';
import type { People } from '../people/people';
import type { Person } from '../people/person';
import { acrOf, amrOf, levelReached } from '../provider/assurance';
import { sendErrorPage } from './error.page';
import { NOT_A_NUMBER, sendSignInPage, type SignInFault, UNKNOWN } from './sign-in.page';

const MAX_FORM = 8 * 1024;
const OFFERED = 12;
const PATH = /^\/interaction\/([\w-]+)$/;

/** The one page where a person is asked who they are. There is no consent: the clients are our own. */
export function signIn(provider: Provider, people: People, passcode: string): Middleware {
  return async (ctx, next) => {
    const uid = PATH.exec(ctx.path)?.[1];
    if (uid === undefined || !['GET', 'POST'].includes(ctx.method)) return next();
    const interaction = await findInteraction(provider, ctx);
    if (interaction?.uid !== uid) return sendErrorPage(ctx, 400, 'invalid_request', 'no such sign-in is going on');

    const { params } = interaction;
    const form = {
      clientId: String(params.client_id),
      redirectUri: String(params.redirect_uri),
      people: people.first(OFFERED),
    };
    if (ctx.method === 'GET') return sendSignInPage(ctx, form);

    const filled = new URLSearchParams(await readBody(ctx.req, MAX_FORM));
    if (filled.has('cancel')) {
      return finish({ error: 'access_denied', error_description: 'the person cancelled the sign-in' });
    }
    const personalNumber = (filled.get('personalNumber') ?? '').replace(/\s/g, '');
    const person = identify(personalNumber, filled.get('passcode') ?? '');
    if ('vi' in person) return sendSignInPage(ctx, { ...form, personalNumber, fault: person });
    const level = levelReached(person.level, params.acr_values);
    return finish({
      login: { accountId: people.subjectOf(person), acr: acrOf(level), amr: amrOf(level), remember: false },
    });

    async function finish(result: InteractionResults): Promise<void> {
      const resumeAt = await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
      ctx.status = 303;
      ctx.redirect(resumeAt);
    }
  };

  function identify(personalNumber: string, given: string): Person | SignInFault {
    if (!/^\d{12}$/.test(personalNumber)) return NOT_A_NUMBER;
    const person = people.find(personalNumber);
    return sameSecret(given, passcode) && person ? person : UNKNOWN;
  }
}

async function findInteraction(provider: Provider, { req, res }: Context) {
  try {
    return await provider.interactionDetails(req, res);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return null;
    throw error;
  }
}
