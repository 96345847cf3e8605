import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { type Facility, useFacilities } from '../../../api/facility';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { tell } from '../../../states/tell';
import { DeskCard } from '../desk/desk-card';
import { RenewDialog } from '../desk/renew-dialog';

/** The QR code that guests scan at the desk: to print for those who declare, to renew for who runs the facility. */
export function DeskCardPage() {
  const { t } = useTranslation('guest-entry');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (error && !facility) return <Problem error={error} retry={() => void refetch()} />;
  const served = facility?.stayKinds.some((kind) => kind === 'guest' || kind === 'tenant');
  if (facility && served) return <Card key={facility.facilityId} facility={facility} />;
  return (
    <Page title={t('card.title')}>
      <Empty title={t('card.notHere')} />
    </Page>
  );
}

function Card({ facility }: { facility: Facility }) {
  const { t } = useTranslation('guest-entry');
  const session = useSession();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'renew' | 'withdraw' | null>(null);
  const path = { facility: facility.facilityId };
  const { data, error, refetch } = useQuery({ ...ask('getDeskLink', { path }), gcTime: 0 });
  const manages = may(session, 'facility.manage');
  const done = (): void => {
    tell(t(asked === 'withdraw' ? 'card.withdrawn' : 'card.renewed'));
    setAsked(null);
    void queries.invalidateQueries({ queryKey: ['getDeskLink'] });
  };
  const { url = null, madeAt = null } = data ?? {};
  return (
    <Page title={t('card.title')} hint={t('card.hint')}>
      {!data && (error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />)}
      {data && url === null && (
        <Empty
          title={t('card.none')}
          action={
            manages && (
              <Button size="lg" onClick={() => setAsked('renew')}>
                {t('card.make')}
              </Button>
            )
          }
        >
          {t(manages ? 'card.noneHint' : 'card.askOwner')}
        </Empty>
      )}
      {url !== null && (
        <>
          <Group className="no-print" gap="xs">
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {t('card.print')}
            </Button>
            {manages && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconRefresh size={18} aria-hidden />}
                  onClick={() => setAsked('renew')}
                >
                  {t('card.renew')}
                </Button>
                <Button variant="subtle" color="red" onClick={() => setAsked('withdraw')}>
                  {t('card.withdraw')}
                </Button>
              </>
            )}
          </Group>
          <DeskCard facility={facility} url={url} />
          <Stack gap={4} className="no-print">
            <Text size="sm">{t('card.madeAt', { at: showMoment(madeAt ?? '') })}</Text>
            <Text size="sm">
              {t('card.kiosk')}{' '}
              <Anchor
                href={url.replace('/guest#', '/guest/kiosk#')}
                target="_blank"
                rel="noopener noreferrer"
                underline="always"
              >
                {t('card.openKiosk')}
              </Anchor>
            </Text>
          </Stack>
        </>
      )}
      {asked === 'renew' && url !== null && (
        <RenewDialog facilityId={facility.facilityId} onDone={done} onClose={() => setAsked(null)} />
      )}
      {asked !== null && !(asked === 'renew' && url !== null) && (
        <ConfirmDialog
          title={t(asked === 'withdraw' ? 'card.withdraw' : 'card.make')}
          hint={t(asked === 'withdraw' ? 'card.withdrawHint' : 'card.noneHint')}
          action={t(asked === 'withdraw' ? 'card.withdraw' : 'card.make')}
          danger={asked === 'withdraw'}
          send={async () => {
            if (asked === 'renew') await api.renewDeskLink({ path, body: {} });
            else await api.withdrawDeskLink({ path });
          }}
          onDone={done}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  );
}
