import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { ApiKeys } from '../api-keys';
import { Delegations } from '../delegations';
import { OwnFacility } from '../own-facility';

/** Software that works for the facility: of vendors, and its own. */
export function VendorsPage() {
  const { t } = useTranslation('owner');
  return (
    <OwnFacility>
      {(facility) => (
        <Page
          key={facility.facilityId}
          title={t('vendors.title')}
          hint={t('vendors.hint', { facility: facility.name })}
        >
          <Delegations facility={facility} />
          <ApiKeys facility={facility} />
        </Page>
      )}
    </OwnFacility>
  );
}
