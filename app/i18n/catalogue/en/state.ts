/** Keys are the states of app/campaign/campaign.ts. */
export const state = {
  draft: 'Draft',
  planned: 'Planned',
  collecting: 'Collecting',
  closed: 'Closed',
  posted: 'Posted',
  'awaiting-verification': 'Awaiting verification',
  returned: 'Returned',
  verified: 'Verified',
  filed: 'In the dossier',
  cancelled: 'Cancelled',
}
