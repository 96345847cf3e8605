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
import { registrationOf, termOf, unitsOf } from '../units/terms';
import { UnitTable } from '../units/unit-table';

const RenewDialog = lazy(() => import('../units/renew-dialog').then((m) => ({ default: m.RenewDialog })));
const RegisterDialog = lazy(() => import('../units/register-dialog').then((m) => ({ default: m.RegisterDialog })));

const TERMS = ['ending', 'ended', 'open'] as const;
/** `due`: of whom no registration of temporary residence is recorded, and the law wants one. */
type Shown = 'all' | (typeof TERMS)[number] | 'due';

/** Who lives in which unit, whose term ends and who is yet to register, and renewing, recording or ending many at once. */
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
  const [shown, setShown] = useState<Shown>('all');
  const [employer, setEmployer] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [renewing, setRenewing] = useState<readonly ListedStay[] | null>(null);
  const [registering, setRegistering] = useState<readonly ListedStay[] | null>(null);
  const tenants = (present.data ?? []).filter(({ kind }) => kind === 'tenant');
  const isShown = (tenant: ListedStay, as: Shown): boolean =>
    as === 'all' || (as === 'due' ? registrationOf(tenant, now) : termOf(tenant, now)) === as;
  const option = (value: Shown, label: string) => ({
    value,
    label: `${label} (${tenants.filter((tenant) => isShown(tenant, value)).length})`,
  });
  const visible = tenants.filter(
    (tenant) => isShown(tenant, shown) && (employer === '' || tenant.place.employer === employer),
  );
  const { lived, free } = unitsOf(facility.rooms, tenants);
  const picked = visible.filter(({ stayId }) => chosen.has(stayId));
  const unregistered = picked.filter((tenant) => ['due', 'not-yet'].includes(registrationOf(tenant, now)));
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
          data={[
            { value: 'all', label: t('all') },
            ...TERMS.map((term) => option(term, t(`terms.${term}`))),
            option('due', t('registration.due')),
          ]}
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
            {unregistered.length > 0 && (
              <Button variant="default" onClick={() => setRegistering(unregistered)}>
                {t('registerChosen', { count: unregistered.length })}
              </Button>
            )}
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
        {registering && (
          <RegisterDialog
            tenants={registering}
            onDone={(left) => setChosen(new Set(left.map(({ stayId }) => stayId)))}
            onClose={() => setRegistering(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}
