import { Alert, Anchor } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session';
import { useSession } from '../../app/session-context';

/** Something was proposed: nothing is in force before somebody else has approved it. */
export function Proposed({ proposalId }: { proposalId: string | null }) {
  const { t } = useTranslation('watch-lists');
  const session = useSession();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [proposalId]);
  if (proposalId === null) return null;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      color="blue"
      icon={<IconUserCheck aria-hidden />}
      title={t('proposed')}
      role="status"
    >
      {t('proposedHint')}{' '}
      {may(session, 'watch-list.approve') && (
        <Anchor component={Link} to={`/watch-list-proposals/${proposalId}`} underline="always" c="inherit">
          {t('seeProposal')}
        </Anchor>
      )}
    </Alert>
  );
}
