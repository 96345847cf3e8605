import { Button, Checkbox, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facility, useFacilities } from '../../../api/facility';
import { useNow } from '../../../api/server-clock';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { useCheckOut } from '../../stays/actions/check-out';
import { type ListedStay, presentStays, useEmployers } from '../../stays/occupancy';
import '../../stays/rooms/rooms.css';
import { lets } from '../lets';
import { termOf, unitsOf } from '../units/terms';
import { UnitTable } from '../units/unit-table';

const RenewDialog = lazy(() => import('../units/renew-dialog').then((m) => ({ default: m.RenewDialog })));

const SHOWN = ['all', 'ending', 'ended', 'open'] as const;

/** Who lives in which unit, whose term ends, and renewing or ending many at once. */
export function TenantsPage() {
  const { t } = useTranslation('tenants');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (facility && lets(facility)) return <Tenants key={facility.facilityId} facility={facility} />;
  return (
    <Page title={t('title')}>
      {error && !facility ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Empty title={t('notHere')}>{t('notHereHint')}</Empty>
      )}
    </Page>
  );
}

function Tenants({ facility }: { facility: Facility }) {
  const { t } = useTranslation('tenants');
  const session = useSession();
  const now = useNow(60_000);
  const present = useQuery(presentStays(facility.facilityId));
  const employers = useEmployers(facility);
  const checkOut = useCheckOut();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const [employer, setEmployer] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [renewing, setRenewing] = useState<readonly ListedStay[] | null>(null);
  const tenants = (present.data ?? []).filter(({ kind }) => kind === 'tenant');
  const count = (term: string): number => tenants.filter((tenant) => termOf(tenant, now) === term).length;
  const visible = tenants.filter(
    (tenant) =>
      (shown === 'all' || termOf(tenant, now) === shown) && (employer === '' || tenant.place.employer === employer),
  );
  const { lived, free } = unitsOf(facility.rooms, tenants);
  const picked = visible.filter(({ stayId }) => chosen.has(stayId));
  const choose = (stayId: string, on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, stayId] : [...before].filter((id) => id !== stayId)));
  return (
    <Page
      title={t('title')}
      hint={t('sum', { count: tenants.length, units: lived.length, free: free.length })}
      actions={
        may(session, 'stay.declare') && (
          <Button
            leftSection={<IconUserPlus size={18} aria-hidden />}
            renderRoot={(root) => <Link {...root} to="/check-in" />}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <Problem error={present.error} retry={() => void present.refetch()} />
      <Group align="flex-end" className="no-print">
        <SegmentedControl
          aria-label={t('show')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={SHOWN.map((term) => ({
            value: term,
            label: term === 'all' ? t('all') : `${t(`terms.${term}`)} (${count(term)})`,
          }))}
          className="scrolling"
          maw="100%"
        />
        {employers.length > 1 && (
          <NativeSelect
            label={t('employer')}
            value={employer}
            onChange={(event) => setEmployer(event.currentTarget.value)}
            data={[{ value: '', label: t('everyEmployer') }, ...employers]}
          />
        )}
      </Group>
      <Group className="bulk no-print" gap="sm">
        {visible.length > 0 && (
          <Checkbox
            label={t('chooseAll')}
            checked={visible.every(({ stayId }) => chosen.has(stayId))}
            onChange={(event) =>
              setChosen(new Set(event.currentTarget.checked ? visible.map(({ stayId }) => stayId) : []))
            }
          />
        )}
        {picked.length > 0 && (
          <>
            <Button onClick={() => setRenewing(picked)}>{t('renewChosen', { count: picked.length })}</Button>
            <Button
              variant="default"
              loading={checkOut.isPending}
              onClick={() => checkOut.mutate(picked, { onSuccess: () => setChosen(new Set()) })}
            >
              {t('leaveChosen', { count: picked.length })}
            </Button>
          </>
        )}
      </Group>
      {present.isPending && <Loading />}
      {present.data && visible.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      {visible.length > 0 && (
        <UnitTable units={unitsOf([], visible).lived} now={now} chosen={chosen} onChoose={choose} />
      )}
      {shown === 'all' && free.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('freeUnits', { units: free.join(', ') })}
        </Text>
      )}
      <Suspense>
        {renewing && (
          <RenewDialog
            tenants={renewing}
            onDone={(left) => setChosen(new Set(left.map(({ stayId }) => stayId)))}
            onClose={() => setRenewing(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}
