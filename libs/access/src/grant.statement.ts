/** SQL: the grants in force of account `a` at the time $1, as a JSON list of StoredGrant. */
export const LIVE_GRANTS = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
     'grantId', g.grant_id, 'role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id, 'expiresAt', g.expires_at,
     'facilityIds', CASE g.scope_kind WHEN 'chain' THEN
        (SELECT coalesce(jsonb_agg(f.facility_id), '[]') FROM facility f WHERE f.chain_id::text = g.scope_id) END
   ) ORDER BY g.grant_id), '[]')
   FROM account_grant g
   WHERE g.account_id = a.account_id AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > $1::timestamptz))`;
