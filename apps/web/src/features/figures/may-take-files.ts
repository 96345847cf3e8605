import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { may } from '../../api/session';
import { useSession } from '../../app/session-context';
import { policiesOf } from './sorts';

/** Whether the policy looked under lets figures be taken away as files; undefined while it is asked. */
export function useMayTakeFiles(policy: string | undefined): boolean | undefined {
  const session = useSession();
  const isBound = !may(session, 'statistics.exact') && may(session, 'authority.policies');
  const { data, isPending } = useQuery({ ...ask('listOwnAuthorityPolicies'), enabled: isBound });
  if (!isBound) return true;
  if (isPending) return undefined;
  const id = policy ?? policiesOf(session.roles)[0];
  // What cannot be learnt here the API says when a file is asked for.
  return data?.policies.find(({ policyId }) => policyId === id)?.exports ?? true;
}
