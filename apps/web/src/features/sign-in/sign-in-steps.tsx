import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCsrfToken } from '../../api/csrf-token';
import { type SignInStage, sessionQuery } from '../../api/session';
import { Loading } from '../../states/states';
import { CodeStep } from './code-step';
import { PasswordStep } from './password-step';
import type { StepAnswer } from './step-answer';

const EnrolmentStep = lazy(() => import('./enrolment-step').then((module) => ({ default: module.EnrolmentStep })));
const NewPasswordStep = lazy(() =>
  import('./new-password-step').then((module) => ({ default: module.NewPasswordStep })),
);

/** The steps of signing in, whichever the account needs; goes on where an earlier attempt stopped. */
export function SignInSteps({ onDone, focus = false }: { onDone: () => void; focus?: boolean }) {
  useTranslation('sign-in');
  const { data: session } = useQuery(sessionQuery);
  const [stage, setStage] = useState<SignInStage | null>(null);
  const [password, setPassword] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const take = ({ stage: next, csrfToken }: StepAnswer): void => {
    keepCsrfToken(csrfToken);
    setStage(next as SignInStage);
    if (next === 'full') onDone();
  };
  const begun = session && session.stage !== 'full' ? session.stage : null;
  const now = codes ? 'enrolment' : (stage ?? begun);
  if (now === 'second-factor') return <CodeStep onDone={take} />;
  return (
    <Suspense fallback={<Loading />}>
      {now === 'password-change' && <NewPasswordStep current={password} onDone={take} />}
      {now === 'enrolment' && (
        <EnrolmentStep
          codes={codes}
          onEnrolled={({ recoveryCodes, ...answer }) => {
            setCodes(recoveryCodes);
            keepCsrfToken(answer.csrfToken);
            setStage(answer.stage);
          }}
          onDone={() => {
            setCodes(null);
            if (stage === 'full') onDone();
          }}
        />
      )}
      {(now === null || now === 'full') && (
        <PasswordStep
          focus={focus}
          onDone={(answer, used) => {
            setPassword(used);
            take(answer);
          }}
        />
      )}
    </Suspense>
  );
}
