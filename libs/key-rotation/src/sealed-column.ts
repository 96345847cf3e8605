/** A column whose values are sealed, as rotation needs to know it. A test holds the list against the schema. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The primary key. */
  readonly key: readonly string[];
  /** The part of the key that a value is bound to. */
  readonly rowId: string;
  /** The column whose day decides the month of the key; null where keys belong to no month. */
  readonly month: string | null;
  /** Where the values were sealed for, when they were copied from another table. */
  readonly boundTo?: { readonly table: string; readonly column: string };
}

const standing = (table: string, column: string, key: readonly string[], rowId = key.at(-1) ?? ''): SealedColumn => ({
  table,
  column,
  key,
  rowId,
  month: null,
});

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'stay',
    column: 'personal_sealed',
    key: ['facility_id', 'arrived_on', 'stay_id'],
    rowId: 'stay_id',
    month: 'arrived_on',
  },
  {
    table: 'stay_history',
    column: 'personal_sealed',
    key: ['facility_id', 'arrived_on', 'stay_id', 'version'],
    rowId: 'stay_id',
    month: 'arrived_on',
    boundTo: { table: 'stay', column: 'personal_sealed' },
  },
  { table: 'trip', column: 'driver_sealed', key: ['facility_id', 'trip_id'], rowId: 'trip_id', month: 'departs_at' },
  {
    table: 'patient',
    column: 'record_number_sealed',
    key: ['facility_id', 'patient_id'],
    rowId: 'patient_id',
    month: 'admitted_at',
  },
  {
    table: 'batch',
    column: 'file_name_sealed',
    key: ['facility_id', 'batch_id'],
    rowId: 'batch_id',
    month: 'created_at',
  },
  {
    table: 'batch_chunk',
    column: 'bytes_sealed',
    key: ['facility_id', 'batch_id', 'place'],
    rowId: 'batch_id',
    month: 'sealed_on',
  },
  {
    table: 'batch_row_cells',
    column: 'cells_sealed',
    key: ['facility_id', 'batch_id', 'place'],
    rowId: 'batch_id',
    month: 'sealed_on',
  },
  {
    table: 'watch_alert',
    column: 'reasons_sealed',
    key: ['facility_id', 'alert_id'],
    rowId: 'alert_id',
    month: 'arrived_on',
  },
  {
    table: 'watch_alert_history',
    column: 'note_sealed',
    key: ['facility_id', 'alert_id', 'place'],
    rowId: 'alert_id',
    month: 'arrived_on',
  },
  {
    table: 'guest_entry',
    column: 'content_sealed',
    key: ['facility_id', 'entry_id'],
    rowId: 'entry_id',
    month: 'entered_on',
  },
  standing('desk_link', 'token_sealed', ['facility_id', 'link_id']),
  standing('watch_list_entry', 'content_sealed', ['entry_id']),
  {
    ...standing('watch_list_entry_version', 'content_sealed', ['entry_id', 'version'], 'entry_id'),
    boundTo: { table: 'watch_list_entry', column: 'content_sealed' },
  },
  {
    ...standing('watch_list_proposal_item', 'content_sealed', ['proposal_id', 'place'], 'entry_id'),
    boundTo: { table: 'watch_list_entry', column: 'content_sealed' },
  },
  standing('watch_list_proposal', 'reason_sealed', ['proposal_id']),
  standing('watch_decision', 'person_sealed', ['decision_id']),
  standing('webhook_endpoint', 'secret_sealed', ['facility_id', 'endpoint_id']),
  standing('webhook_endpoint', 'previous_sealed', ['facility_id', 'endpoint_id']),
  standing('feed_endpoint', 'secret_sealed', ['unit_id', 'endpoint_id']),
  standing('feed_endpoint', 'previous_sealed', ['unit_id', 'endpoint_id']),
  standing('report_subscription', 'target_sealed', ['subscription_id']),
  standing('report_subscription', 'secret_sealed', ['subscription_id']),
  standing('report_subscription', 'confirm_sealed', ['subscription_id']),
  standing('report_delivery', 'file_sealed', ['delivery_id']),
  standing('anomaly_remark', 'text_sealed', ['anomaly_id', 'remark_id']),
  standing('kbtt_account', 'password_sealed', ['facility_id']),
  standing('facility', 'owner_sealed', ['facility_id']),
  standing('facility_application', 'applicant_sealed', ['application_id']),
  standing('correction_request', 'text_sealed', ['facility_id', 'request_id']),
  standing('correction_request', 'answer_sealed', ['facility_id', 'request_id']),
  standing('compliance_note', 'text_sealed', ['facility_id', 'visit_id', 'version'], 'visit_id'),
  standing('compliance_answer', 'text_sealed', ['facility_id', 'visit_id', 'version'], 'visit_id'),
  standing('break_glass', 'reason_sealed', ['break_glass_id']),
  standing('break_glass', 'review_sealed', ['break_glass_id']),
  standing('movement_finding', 'note_sealed', ['facility_id', 'finding_id', 'stay_id'], 'finding_id'),
  standing('account', 'identity_sealed', ['account_id']),
  standing('account', 'totp_sealed', ['account_id']),
];

/** The first bytes of what a data key has sealed. */
export function keyPrefix(keyId: number): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(keyId);
  return prefix;
}
