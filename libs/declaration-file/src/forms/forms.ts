import { FOREIGNERS_FORM } from './foreigners';
import type { Form, FormId } from './form';
import { HOSPITAL_FORM, MANIFEST_FORM, TENANTS_FORM } from './lists';
import { PORTAL_FORM } from './portal';

export const FORMS: Readonly<Record<FormId, Form>> = {
  portal: PORTAL_FORM,
  foreigners: FOREIGNERS_FORM,
  tenants: TENANTS_FORM,
  hospital: HOSPITAL_FORM,
  manifest: MANIFEST_FORM,
};
