/** Keys are the states of app/campaign/campaign.ts. */
export const state = {
  draft: 'Draft',
  collecting: 'Collecting',
  closed: 'Closed',
}
