import type { components } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { showBirthDate } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Facts } from '../police/facts';
import { UnitName } from '../police/units';

export type ListFactsOf = components['schemas']['ListFactsResponse'];

/** What a list is. */
export function ListFacts({ facts }: { facts: ListFactsOf }) {
  const { t } = useTranslation('watch-lists');
  const language = useLanguage();
  const until = facts.validUntil === null ? t('noEnd') : showBirthDate(facts.validUntil);
  return (
    <Facts
      facts={[
        [t('form.nameVi'), facts.name.vi],
        [t('form.nameEn'), facts.name.en],
        [t('form.kind'), language === 'en' ? facts.kindName.en : facts.kindName.vi],
        [t('form.unitId'), <UnitName key="unit" unitId={facts.unitId} />],
        [t('form.legalBasis'), facts.legalBasis],
        [t('form.valid'), `${showBirthDate(facts.validFrom)} – ${until}`],
        [t('form.thresholdPercent'), `${String(facts.thresholdPercent)}%`],
        [t('form.acknowledgeMinutes'), String(facts.acknowledgeMinutes)],
        [t('form.firstDesk'), t(`firstDesk.${facts.firstDesk}`)],
        [
          t('form.areaUnitId'),
          facts.areaUnitId === null ? t('form.everywhere') : <UnitName key="area" unitId={facts.areaUnitId} />,
        ],
      ]}
    />
  );
}
